using Lodestone.Matter.Formats;
using Lodestone.Testing;

namespace Lodestone.Matter.Tests.Formats;

public sealed class StructurePortionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("large.extxyz")]
    [InlineData("large.sdf")]
    [InlineData("large.cif")]
    [InlineData("unnamed")]
    public void A_large_file_reads_the_same_in_portions_as_at_once(string name)
    {
        string text = Text(name, 4000);
        string path = _folder.Write(name, text);
        Assert.True(StructureFile.Cut(name, File.OpenRead(path), ReadLimits.Default).Count() > 1);
        StructureReading[] portions = [.. StructureFile.Read(path)], whole = [.. StructureFile.Read(path, text)];
        Assert.Equal(4000, whole.Length);
        Assert.Equal(whole.Select(Said), portions.Select(Said));
        Assert.Contains(whole, reading => reading.Failure is not null);
    }

    [Theory]
    [InlineData("large.extxyz")]
    [InlineData("large.sdf")]
    [InlineData("large.cif")]
    public void The_limit_is_one_of_a_structure_and_not_of_the_file(string name)
    {
        string comment = new('x', 60_000);
        string large = name.EndsWith("sdf") ? $"{comment}\n" + Record("H")[2..] : name.EndsWith("cif") ? Block("H").Replace("loop_", $"_x '{comment}'\nloop_") : Frame("H").Replace("name", $"x={comment} name");
        string text = Text(name, 2000) + large + Text(name, 2000);
        StructureReading[] readings = [.. StructureFile.Read(_folder.Write(name, text), new ReadLimits(50_000))];
        Assert.Equal(4001, readings.Length);
        Assert.Contains("--max-entry", readings[2000].Failure!.Reason);
        Assert.Equal(Text(name, 2000).Count(sign => sign == '\n') + 1, readings[2000].Failure!.Line);
    }

    private static string Text(string name, int count) => string.Concat(Enumerable.Range(0, count).Select(i =>
    {
        string element = i % 1000 == 500 ? "Qq" : "H";
        return name.EndsWith("sdf") ? Record(element) : name.EndsWith("cif") ? Block(element) : Frame(element);
    }));

    private static string Frame(string element) => $"2\nname=m Properties=species:S:1:pos:R:3 note={new string('y', 250)}\n{element} 0 0 0\nH 0 0 1\n";

    private static string Record(string element) =>
        $"m\n  x\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 {element,-3} 0  0\nM  END\n>  <note>\n{new string('y', 250)}\n\n$$$$\n";

    private static string Block(string element) => $"data_m\n_x\n;\ndata_not_a_block\n{new string('y', 250)}\n;\n_cell_length_a 9\n_cell_length_b 9\n_cell_length_c 9\n"
        + "_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n"
        + $"loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nA1 {element} 0 0 0\n";

    private static string Said(StructureReading reading) => $"{reading.Name} {reading.Structure?.Sites.Length} {reading.Failure}";
}
