using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

/// <summary>Tables that are hardly to be learned from give a model or one sentence, never a number that is none.</summary>
public sealed class BadTrainingDataTests : IDisposable
{
    private const string Ordinary = "Fe2O3,1\nCoO,2\nNiO,3\nMnO2,4\nFeS,5\nCoS,6\nNiS,7\nMnS,8\nFeSi,9\nCoSi,10\nNiSi,11\nMnSi,12\n";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("forest", "formula,y\nFe,1\nCo,2\n")]
    [InlineData("boosting", "formula,y\nFe,1\nCo,2\n")]
    [InlineData("forest", "formula,y\n" + Ordinary + "FeSi,90\nFeSi,40\nFeSi,30\n")]
    [InlineData("boosting", "formula,y\n" + Ordinary + "XxO2,3\nFeO,\nFeO2,NaN\n", null, ExitCode.Partial)]
    [InlineData("forest", "formula,y\nLi,0\nLiCl,0\nNaCl,0\nKCl,0\nMgO,0\nCaO,0\n", "descriptors=magnetic")]
    [InlineData("boosting", "formula,y\nLi,0\nLiCl,0\nNaCl,0\nKCl,0\nMgO,0\nCaO,0\n", "descriptors=magnetic")]
    [InlineData("forest", "formula,y\nFe,1\nCo,1\nNi,1\nMn,1\nCr,1\nV,1\n", "targets.0.head=class")]
    [InlineData("boosting", "formula,y\nFe,1\nCo,1\nNi,1\nMn,1\nCr,1\nV,1\n", "targets.0.head=class")]
    public void A_model_is_made_that_predicts_finite_numbers(string architecture, string table, string? setting = null, int code = ExitCode.Done)
    {
        ProcessResult training = Train(architecture, table, setting);
        Assert.True(training.ExitCode == code, training.Errors);

        ProcessResult result = Run("predict", "formulas.csv", "-m", "model.lodestone", "-o", "out.csv");
        Assert.True(result.ExitCode == ExitCode.Done, result.Errors);
        string[] cells = File.ReadLines(_folder.File("out.csv")).Last().Split(',');
        Assert.Equal("ok", cells[3]);
        Assert.True(double.IsFinite(double.Parse(cells[5], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("inf")]
    [InlineData("1e30")]
    public void A_value_that_no_model_can_learn_is_refused_by_name(string value)
    {
        ProcessResult result = Train("forest", "formula,y\n" + Ordinary + $"Fe3C,{value}\n", null);

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains($"has the value {value} of y", result.Errors);
    }

    [Theory]
    [InlineData("forest", "formula,y\nXx2O3,1\nQq,2\n", "None of the 2 entries of table.csv could be read")]
    [InlineData("forest", "formula,y\nFe,\nCo,\n", "No row of table.csv has a value of 'y'")]
    [InlineData("brnet", "formula,y\nFe,1\nCo,2\n", "validation rows")]
    public void Rows_without_anything_to_learn_from_end_with_2_and_a_reason(string architecture, string table, string reason)
    {
        ProcessResult result = Train(architecture, table, null);

        Assert.Equal(ExitCode.Unusable, result.ExitCode);
        Assert.Contains(reason, result.Errors);
        Assert.DoesNotContain("Lodestone made a mistake", result.Errors);
    }

    public void Dispose() => _folder.Dispose();

    private ProcessResult Train(string architecture, string table, string? setting)
    {
        _folder.Write("table.csv", table);
        _folder.Write("formulas.csv", table.Split('\n')[0].Split(',')[0] + "\n" + table.Split('\n')[1].Split(',')[0] + "\n");
        string[] settings = setting is null ? [] : ["--set", setting];
        return Run(["train", "--data", "table.csv", "--target", "y", "--arch", architecture, "--set", "measure=[]", "--set", "split.test=0", "-o", "model.lodestone", .. settings]);
    }

    private ProcessResult Run(params string[] arguments) => LodestoneProcess.Run(_folder.Path, arguments);
}
