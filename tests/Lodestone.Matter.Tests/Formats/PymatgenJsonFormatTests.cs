using System.Text.Json;
using Lodestone.Matter.Formats;
using Lodestone.Matter.Geometry;
using Lodestone.Testing;

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

    private const string Iron = """{"lattice": {"matrix": [[3,0,0],[0,3,0],[0,0,3]]MORE}, "sites": [{"species": [{"element": "Fe", "occu": 1SPECIES}], "abc": [0, 0, 0]SITE}]BODY}""";

    private static StructureReading ReadIron(string more = "", string species = "", string site = "", string body = "") => Assert.Single(StructureFile.Read(
        "f.json", Iron.Replace("MORE", more).Replace("SPECIES", species).Replace("SITE", site).Replace("BODY", body)));

    [Theory]
    [InlineData(", \"spin\": 2.5", "", 0, 0, 2.5)]
    [InlineData(", \"properties\": {\"spin\": -2.5}", "", 0, 0, -2.5)]
    [InlineData(", \"spin\": 2.5", ", \"properties\": {\"magmom\": 1}", 0, 0, 1)]
    [InlineData(", \"spin\": 2.5", ", \"properties\": {\"magmom\": null}", 0, 0, 2.5)]
    [InlineData("", ", \"properties\": {\"magmom\": [1, 2, 3]}", 1, 2, 3)]
    [InlineData("", ", \"properties\": {\"magmom\": {\"moment\": 2}}", 0, 0, 2)]
    [InlineData("", ", \"properties\": {\"magmom\": {\"moment\": [0, 0, 2], \"saxis\": [0, 0, 5]}}", 0, 0, 2)]
    [InlineData("", ", \"properties\": {\"magmom\": {\"moment\": [0, 0, 2], \"saxis\": [0, 3, 4]}}", 0, 1.2, 1.6)]
    [InlineData("", ", \"properties\": {\"magmom\": {\"moment\": [1, 0, 0], \"saxis\": [1, 0, 0]}}", 0, 0, -1)]
    public void MomentsAreReadInEveryWayTheyAreWritten(string species, string site, double x, double y, double z)
    {
        Structure structure = ReadIron(species: species, site: site).Structure!;
        Assert.Empty(structure.Warnings);
        Assert.True((structure.Sites[0].Moment!.Value - new Vector3D(x, y, z)).Length < 1e-12);
    }

    [Fact]
    public void SpinsOfASharedSiteCountByOccupancy() => Assert.Equal(
        new Vector3D(0, 0, 1.5),
        Assert.Single(StructureFile.Read("f.json", Iron.Replace("MORE", "").Replace("SITE", "").Replace("BODY", "")
            .Replace("1SPECIES}", "0.5, \"spin\": 4}, {\"element\": \"Ni\", \"occu\": 0.5, \"spin\": -1}"))).Structure!.Sites[0].Moment);

    [Theory]
    [InlineData(", \"pbc\": [true, true, false]", "", "", "periodic in some directions only")]
    [InlineData(", \"a\": 3.5", "", "", "lengths 'a', 'b', 'c' do not agree")]
    [InlineData("", ", \"xyz\": [0, 0.25, 0]", "", "site 1 are 0.25 Å apart; 'abc' was used")]
    [InlineData("", ", \"properties\": {\"selective_dynamics\": [true, true, false], \"forces\": [0, 0, 0], \"charge\": null}", "", "left out: forces, selective_dynamics.")]
    [InlineData("", "", ", \"charge\": -1", "net charge of -1")]
    public void WhatAStructureCannotHoldIsSaid(string more, string site, string body, string warning) =>
        Assert.Contains(warning, Assert.Single(ReadIron(more: more, site: site, body: body).Structure!.Warnings));

    [Fact]
    public void ANetChargeAndAMultiplicityAreProperties()
    {
        StructureReading ion = ReadIron(body: ", \"charge\": 2, \"spin_multiplicity\": 3, \"properties\": {\"energy\": 1}");
        Assert.Equal(("2", "3", "1"), (ion.Properties["charge"], ion.Properties["spin_multiplicity"], ion.Properties["energy"]));
        Assert.Empty(ReadIron(body: ", \"charge\": 0.0").Properties);
    }

    [Fact]
    public void WithoutAnyPeriodIsAMolecule() => Assert.Null(ReadIron(", \"pbc\": [false, false, false]", site: ", \"xyz\": [0, 0, 0]").Structure!.Lattice);

    [Theory]
    [InlineData("pbc.json")]
    [InlineData("spin.json")]
    public void ReportedFilesLoseNothing(string file)
    {
        Structure structure = Assert.Single(StructureFile.Read(SharedCases.Require("json", file))).Structure!;
        Assert.True(structure.Warnings.Any(warning => warning.Contains("periodic")) || structure.Sites[0].Moment == new Vector3D(0, 0, 2.2));
    }

    [Fact]
    public void AStructureWithinALargerDocumentIsRead()
    {
        using JsonDocument document = JsonDocument.Parse($$"""{"data": [[{{Iron.Replace("MORE", "").Replace("SPECIES", "").Replace("SITE", "").Replace("BODY", "")}}, 1.5]]}""");
        JsonElement row = document.RootElement.GetProperty("data")[0];
        Assert.Equal("Fe", PymatgenJsonFormat.Read(row[0], "large.json", 3).Structure!.Composition.Formula);
        Assert.Equal(new ReadFailure("large.json", 3, "Here a JSON object of a structure was expected."), PymatgenJsonFormat.Read(row[1], "large.json", 3).Failure);
    }

    [Theory]
    [InlineData("{\"sites\": [{\"species\": [{\"element\": \"C\"}], \"xyz\": [0, 0, 0], \"label\": \"\\ud800\"}]}", "half a character")]
    [InlineData("{\"lattice\": {\"matrix\": [[3, 0, 0]], \"a\": 3}, \"sites\": [{}]}", "not three vectors")]
    [InlineData("{\"sites\": [{\"species\": [{\"element\": \"C\"}], \"xyz\": [0, 0, 0], \"properties\": {\"magmom\": \"up\"}}]}", "neither a number nor three")]
    [InlineData("{\"sites\": [{\"species\": [{\"element\": \"Vac\"}], \"xyz\": [0, 0, 0]}]}", "holds no atom must be removed")]
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
