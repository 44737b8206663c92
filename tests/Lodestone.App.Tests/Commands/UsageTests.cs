using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Help_lists_the_commands_on_standard_output()
    {
        ProcessResult result = LodestoneProcess.Run(_folder.Path, "--help");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Empty(result.Errors);
        foreach (string command in new[] { "screen", "predict", "train", "evaluate", "model", "data" })
            Assert.Contains($"  {command}", result.Output);
    }

    [Theory]
    [InlineData("screen --version")]
    [InlineData("model list --version")]
    public void The_version_may_be_asked_for_anywhere(string arguments)
    {
        ProcessResult result = LodestoneProcess.Run(_folder.Path, arguments.Split(' '));

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", result.Output);
    }

    [Theory]
    [InlineData("", "lodestone --help")]
    [InlineData("bogus", "'bogus'")]
    [InlineData("screen", "SOURCE")]
    [InlineData("predict x.cif", "--model")]
    [InlineData("screen x.cif --top many", "--top needs a whole number from 0, not 'many'")]
    [InlineData("screen x.cif --threads 0", "--threads needs a whole number from 1, not '0'")]
    [InlineData("data info x.cif --bogus", "'--bogus'")]
    [InlineData("data convert x.cif", "--output")]
    [InlineData("data split x.cif -o y --by size", "'size'")]
    [InlineData("train", "recipe")]
    [InlineData("train nowhere.yaml", "nowhere.yaml")]
    [InlineData("train nowhere.yaml --data x.csv", "either a recipe or")]
    [InlineData("train --data x.csv --target y --arch bogus", "'bogus'")]
    [InlineData("model arch bogus", "'bogus'")]
    [InlineData("model show bogus", "'bogus'")]
    public void A_request_that_cannot_be_used_ends_with_2_and_one_line(string arguments, string said)
    {
        ProcessResult result = LodestoneProcess.Run(_folder.Path, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith("error: ", result.Errors);
        Assert.Contains(said, result.Errors);
        Assert.Single(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();
}
