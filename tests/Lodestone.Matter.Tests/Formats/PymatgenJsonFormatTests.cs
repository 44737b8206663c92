using Lodestone.Matter.Formats;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests.Formats;

public sealed class PymatgenJsonFormatTests
{
    private const string Disordered = """
        {"@module": "pymatgen.core.structure", "@class": "Structure", "charge": 0, "properties": {"energy": NaN, "note": "NaN is a salt"},
         "lattice": {"a": 3.0, "b": 4.0, "c": 5.0, "alpha": 90.0, "beta": 90.0, "gamma": 90.0, "volume": 60.0},
         "sites": [
          {"species": [{"element": "Fe", "oxidation_state": 3, "occu": 0.75, "properties": {"spin": 5}}, {"element": "Ni", "occu": 0.25}],
           "abc": [0.5, 0.25, 0.2], "xyz": [1.5, 1.0, 1.0], "label": "M1", "properties": {"magmom": 2.5}},
          {"species": [{"element": "O", "occu": 1}], "xyz": [0.0, 2.0, 2.5], "properties": {"magmom": {"@class": "Magmom", "moment": [0, 1, 0]}}}]}
        """;

    [Fact]
    public void ReadsDisorderOxidationStatesLabelsAndMoments()
    {
        StructureReading reading = Assert.Single(StructureFile.Read("f.json", Disordered));
        Assert.True(reading.Failure is null, reading.Failure?.ToString());
        Site mixed = reading.Structure!.Sites[0], oxygen = reading.Structure.Sites[1];
        Assert.Equal([new Species(Element.Parse("Fe"), 0.75, 3), new Species(Element.Parse("Ni"), 0.25)], mixed.Species.AsEnumerable());
        Assert.Equal("M1", mixed.Label);
        Assert.Equal(new Vector3D(0, 0, 2.5), mixed.Moment);
        Assert.Equal(new Vector3D(0, 1, 0), oxygen.Moment);
        Assert.True((oxygen.Fractional - new Vector3D(0, 0.5, 0.5)).Length < 1e-12);
        Assert.Equal(new KeyValuePair<string, string>("note", "NaN is a salt"), Assert.Single(reading.Properties));
    }

    [Fact]
    public void ReadsLinesWithPropertiesBesideTheStructure()
    {
        string structure = Disordered.ReplaceLineEndings(" ");
        string text = string.Join('\n',
            "{\"material_id\": \"mp-1\", \"band_gap\": 1.5, \"is_stable\": true, \"structure\": " + structure + "}",
            "",
            "{\"material_id\": \"mp-2\", \"structure\": " + structure[..^9],
            "{\"material_id\": \"mp-3\", \"structure\": {\"sites\": []}}");
        StructureReading[] readings = [.. StructureFile.Read("f.jsonl", text)];
        Assert.Equal("mp-1", readings[0].Name);
        Assert.Equal("1.5", readings[0].Properties["band_gap"]);
        Assert.Equal([null, 3, 4], readings.Select(r => r.Failure?.Line));
        Assert.Equal(3, StructureFile.Read("f.json", text).Count());
        Assert.Single(StructureFile.Read("f.jsonl", Disordered), r => r.Structure is not null);
    }

    [Theory]
    [InlineData("{\"a\": ", "not JSON")]
    [InlineData("[]", "no structure")]
    [InlineData("[3]", "JSON object")]
    [InlineData("{}", "no 'sites'")]
    [InlineData("{\"sites\": []}", "no sites")]
    [InlineData("{\"sites\": [1]}", "Site 1")]
    [InlineData("{\"sites\": [{\"xyz\": [0, 0, 0]}]}", "no 'species'")]
    [InlineData("{\"sites\": [{\"species\": [{\"element\": \"Xx\"}], \"xyz\": [0, 0, 0]}]}", "no element 'Xx'")]
    [InlineData("{\"sites\": [{\"species\": [{\"element\": \"C\"}], \"xyz\": [0, 0]}]}", "no coordinates")]
    [InlineData("{\"sites\": [{\"species\": [{\"element\": \"C\", \"occu\": 2}], \"xyz\": [0, 0, 0]}]}", "occupancy")]
    [InlineData("{\"lattice\": {\"matrix\": [[1,0,0],[2,0,0],[0,0,1]]}, \"sites\": [{\"species\": [{\"element\": \"C\"}], \"abc\": [0, 0, 0]}]}", "no volume")]
    [InlineData("{\"lattice\": {}, \"sites\": [{\"species\": [{\"element\": \"C\"}], \"abc\": [0, 0, 0]}]}", "neither a 'matrix'")]
    public void BadDocumentsGiveTheReason(string text, string reason) =>
        Assert.Contains(reason, Assert.Single(StructureFile.Read("f.json", text)).Failure!.Reason);
}
