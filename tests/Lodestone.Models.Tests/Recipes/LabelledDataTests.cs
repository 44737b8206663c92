using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Models.Recipes;
using Lodestone.Testing;

namespace Lodestone.Models.Tests.Recipes;

/// <summary>What a training says of its data before it learns from them.</summary>
public sealed class LabelledDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Cells_that_are_no_numbers_are_counted_with_the_first_of_each()
    {
        LabelledData data = Read("formula,y\nFe,1.5\nCo,1.11 eV\nNi,3.69 eV\nMn,2\nCr,\nV,NaN\n");

        Assert.Equal(["y"], data.Targets.Select(target => target.Name));
        var (target, cells) = Assert.Single(data.Account.NotNumbers);
        Assert.Equal(("y", 2), (target, cells.Count));
        Assert.Contains(data.Account.Lines(), line => line.Contains("2 cells of 'y' hold no number"));
        Assert.Contains(data.Account.Lines(), line => line.Contains("'1.11 eV'") && line.EndsWith("line 3", StringComparison.Ordinal));
        Assert.Equal((2, 4, false), (data.Materials.Count, data.Account.Unlabelled, data.Account.IsWhole));
    }

    [Fact]
    public void Unreadable_rows_are_told_each_reason_once()
    {
        LabelledData data = Read("formula,y\nFe,1\nXx2,2\nCo,3\nXx2,4\nQq,5\n");

        Assert.Equal(3, data.Account.Unreadable.Count);
        string[] lines = [.. data.Account.Unreadable.Lines()];
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("2 × ", lines[0]);
        Assert.EndsWith("line 3", lines[0]);
    }

    [Fact]
    public void Words_become_a_class_each()
    {
        LabelledData data = Read("formula,y\nFe,metal\nLiF,insulator\nCo,metal\nSi,semi\nGe,semi\nMgO, insulator \nNi,\nMn,none\n");

        Assert.Equal(["y=insulator", "y=metal", "y=semi"], data.Targets.Select(target => target.Name));
        Assert.All(data.Targets, target => Assert.True(target.IsClass));
        Assert.Equal(6, data.Materials.Count);
        double?[] ofLiF = [.. data.Targets.Select(target => TargetValues.OfMaterial(data.Materials[1], target))];
        Assert.Equal([1, 0, 0], ofLiF);
        Assert.Contains(data.Account.Remarks, remark => remark.Contains("3 words (insulator, metal, semi)"));
    }

    [Theory]
    [InlineData("formula,y\nFe,true\nCo,False\n", "class", "true and false")]
    [InlineData("formula,y\nFe,1\nCo,0\nNi,1\n", "laplace", "--set targets.0.head=class")]
    [InlineData("formula,y\nFe,1\nCo,2\n", "laplace", null)]
    public void What_cells_look_like_is_said(string table, string head, string? remark)
    {
        LabelledData data = Read(table);

        Assert.Equal(head, Assert.Single(data.Targets).Head);
        if (remark is null) Assert.Empty(data.Account.Remarks);
        else Assert.Contains(remark, Assert.Single(data.Account.Remarks));
    }

    [Theory]
    [InlineData("formula,y\nFe,2.3 eV\nCo,1 eV\n", "its first cell is '2.3 eV'")]
    [InlineData("formula,y\nFe,good\nCo,good\n", "the same word in every row, 'good'")]
    [InlineData("formula,y\nFe,a\nCo,b\nNi,c\nMn,d\n", "holds text, 4 different ones in 4 rows")]
    [InlineData("formula,y\nFe,\nCo,\n", "No row of ")]
    [InlineData("formula,yy,z\nFe,1,2\nCo,1,2\n", "has a value of 'y'; there are values of formula, yy, z. Did you mean 'yy'?")]
    [InlineData("formula,y\nXx,1\n", "None of the 1 entries")]
    public void What_cannot_be_learned_is_refused_with_what_is_there(string table, string reason) =>
        Assert.Contains(reason, Assert.Throws<InputException>(() => Read(table)).Message);

    [Fact]
    public void Lists_are_values_of_sites()
    {
        string row = "data_x\n_cell_length_a 3\n_cell_length_b 3\n_cell_length_c 3\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nFe1 0 0 0\nCo1 0.5 0.5 0.5\n";
        LabelledData data = Read($"id,cif,y\na,\"{row}\",\"[1, null]\"\n");

        Assert.Equal(TargetLevel.Site, Assert.Single(data.Targets).Level);
        Assert.Contains("values of sites", Assert.Single(data.Account.Remarks));
    }

    public void Dispose() => _folder.Dispose();

    private LabelledData Read(string table) => LabelledData.Read(
        RecipeFile.Parse($"data: '{_folder.Write("table.csv", table)}'\ntargets: [{{name: y}}]\narchitecture: forest", "the recipe", []), TestContext.Current.CancellationToken);
}
