using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Published_weights_become_a_model_that_predicts()
    {
        string published = SharedData.Require("pretrained", "cgcnn", "formation-energy-per-atom.pth.tar");
        string crystals = SharedData.Require("pretrained", "cgcnn", "sample");

        Assert.Equal(ExitCode.Done, LodestoneProcess.Run(_folder.Path, "model", "import", published, "--from", "cgcnn", "-o", "fe.lodestone").ExitCode);
        ProcessResult result = LodestoneProcess.Run(_folder.Path, "predict", crystals, "-m", "fe.lodestone");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains("formation_energy", result.Lines[0]);
        Assert.Equal(11, result.Lines.Length);
    }

    public void Dispose() => _folder.Dispose();
}
