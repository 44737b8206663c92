using Lodestone.Matter;
using Lodestone.Matter.Formats;
using Lodestone.Testing;

namespace Lodestone.Data.Tests.Sources;

public sealed class StructureFolderTests : IDisposable
{
    private const string Poscar = "VO\n1.0\n4.9 0 0\n0 4.9 0\n0 0 4.9\nV O\n1 1\nDirect\n0 0 0\n0.5 0.5 0.5\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("POSCAR-000.vasp", "POSCAR-000.vasp", "POSCAR-000")]
    [InlineData("POSCAR-000", "POSCAR-000.vasp", "POSCAR-000")]
    [InlineData("POSCAR-000", "POSCAR-000", "POSCAR-000")]
    [InlineData("mp-1", "mp-1.poscar", "mp-1")]
    [InlineData("sub/mp-1.vasp", "sub/mp-1.vasp", "mp-1")]
    public void The_table_names_files_of_any_format_with_or_without_ending(string name, string file, string id)
    {
        _folder.Write($"set/{file}", Poscar);
        _folder.Write("set/id_prop.csv", $"{name},0.5,-1\nother.vasp,1,2\n");
        MaterialReading[] rows = [.. MaterialSource.Open(_folder.File("set")).Read()];
        Assert.Equal((id, "VO", "0.5", "-1"), (rows[0].Id, rows[0].Formula, rows[0].Material!.Properties["target"], rows[0].Material!.Properties["target_2"]));
        Assert.Contains("other.vasp", rows[1].Failure!.Reason);
    }

    [Fact]
    public void The_table_does_not_lead_out_of_the_folder()
    {
        _folder.Write("secret.vasp", Poscar);
        _folder.Write("set2/x.vasp", Poscar);
        _folder.Write("set/id_prop.csv", "../secret.vasp,1\n../set2/x.vasp,1\n" + _folder.File("secret.vasp") + ",1\n");
        Assert.All(MaterialSource.Open(_folder.File("set")).Read(), row => Assert.Null(row.Material));
    }

    [Theory]
    [InlineData(".cif")]
    [InlineData(".vasp")]
    [InlineData(".json")]
    public void A_folder_that_is_written_is_read_again(string ending)
    {
        string[] ids = ["mp-1", "a/b", "a:b", "MP-1", "x.cif", "..", ""];
        MaterialReading[] readings = [.. ids.Select(id => Reading(id, ("gap", $"{id.Length}.5"), ("note", "a, \"b\"")))];
        string target = _folder.File("out");
        ConversionResult result = MaterialFolder.Write(readings, target, ending);
        Assert.Equal((ids.Length, 0), (result.Written, result.Failures.Length));
        Assert.Equal(ids.Length + 1, Directory.GetFiles(target).Length);
        MaterialReading[] again = [.. MaterialSource.Open(target).Read()];
        Assert.Equal(ids[..^1], again[..^1].Select(row => row.Id));
        Assert.Equal(readings.Select(row => row.Material!.Properties["gap"]), again.Select(row => row.Material!.Properties["gap"]));
        Assert.All(again, row => Assert.Equal(("a, \"b\"", 2), (row.Material!.Properties["note"], row.Material.Structure!.Sites.Length)));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_with_one_target_is_as_CGCNN_wants_it()
    {
        string target = _folder.File("out");
        MaterialFolder.Write([Reading("mp-1", ("target", "0.5")), Reading("mp-2", ("target", "-1"))], target);
        Assert.Equal("mp-1,0.5\nmp-2,-1\n", File.ReadAllText(Path.Combine(target, "id_prop.csv")));
        Assert.True(File.Exists(Path.Combine(target, "mp-2.cif")));
        MaterialFolder.Write([Reading("mp-1", ("target", "0.5"))], _folder.File("vasp"), ".vasp");
        Assert.Equal("mp-1.vasp,0.5\n", File.ReadAllText(_folder.File("vasp", "id_prop.csv")));
        MaterialFolder.Write([Reading("mp-1")], _folder.File("bare"));
        Assert.Equal("mp-1", Assert.Single(MaterialSource.Open(_folder.File("bare")).Read()).Id);
    }

    [Fact]
    public void What_a_format_cannot_hold_is_a_failure_and_the_rest_is_written()
    {
        var molecule = new Structure(null, [new Site([new Species(Element.Parse("H"))], default, default)]);
        MaterialReading[] readings = [Reading("a"), Reading("b") with { Material = new Material("b", Composition.Of(molecule), molecule) },
            Reading("c") with { Material = new Material("c", Composition.Parse("Fe"), null) }, new("d", null, "x", null, new ReadFailure("x", 3, "It is bad."))];
        ConversionResult result = MaterialFolder.Write(readings, _folder.File("out"), ".vasp");
        Assert.Equal((1, 3), (result.Written, result.Failures.Length));
        Assert.Throws<InputException>(() => MaterialFolder.Write(readings[1..], _folder.File("none"), ".vasp"));
        Assert.Equal([_folder.File("out")], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_with_something_in_it_and_an_unknown_format_are_refused()
    {
        _folder.Write("full/x.txt", "mine");
        Assert.Contains("not empty", Assert.Throws<InputException>(() => MaterialFolder.Write([Reading("a")], _folder.File("full"))).Message);
        Assert.Contains(".cif", Assert.Throws<InputException>(() => MaterialFolder.Write([Reading("a")], _folder.File("new"), ".docx")).Message);
        Directory.CreateDirectory(_folder.File("empty"));
        Assert.Equal(1, MaterialFolder.Write([Reading("a")], _folder.File("empty") + "/").Written);
    }

    private static MaterialReading Reading(string id, params (string Name, string Value)[] properties)
    {
        Structure structure = StructureFile.Read("POSCAR", Poscar).Single().Structure!;
        var material = new Material(id, Composition.Of(structure), structure);
        return new MaterialReading(id, "VO", "x", material with { Properties = material.Properties.AddRange(properties.Select(p => KeyValuePair.Create(p.Name, p.Value))) }, null);
    }
}
