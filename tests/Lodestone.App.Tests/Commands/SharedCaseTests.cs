using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

/// <summary>Trainings on the tables of reported faults say what they learn from.</summary>
[Collection(CommandLineCollection.Name)]
public sealed class SharedCaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("numbers", "all-text.csv", "gap", "forest", ExitCode.Done, "holds 2 words (insulator, metal)")]
    [InlineData("numbers", "with-unit.csv", "gap", "forest", ExitCode.Partial, "with-unit.csv, line ")]
    [InlineData("train", "some-unreadable.csv", "y", "forest", ExitCode.Partial, "10 × The formula 'Xx2LiF' cannot be read")]
    [InlineData("train", "two-thirds-disordered.csv", "y", "cgcnn", ExitCode.Partial, "20 × Site Fe1 is disordered")]
    public void Training_on_a_table(string folder, string file, string target, string architecture, int exitCode, string said)
    {
        ProcessResult result = LodestoneProcess.Run(_folder.Path, "train", "--data", SharedCases.Require(folder, file), "--target", target, "--arch", architecture);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(said, result.Errors);
    }

    public void Dispose() => _folder.Dispose();
}
