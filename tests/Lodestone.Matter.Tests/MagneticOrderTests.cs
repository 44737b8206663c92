using System.Text.RegularExpressions;
using Lodestone.Matter.Formats;
using Lodestone.Matter.Geometry;
using Lodestone.Testing;

namespace Lodestone.Matter.Tests;

public sealed partial class MagneticOrderTests
{
    private static readonly Lattice Cube = Lattice.FromParameters(3, 3, 3, 90, 90, 90);

    [Fact]
    public void A_ferromagnet_has_a_net_moment_and_no_propagation_vector()
    {
        MagneticOrder order = MagneticOrder.Of(Bcc(new(0, 0, 2.2), new(0, 0, 2.2)))!;

        Assert.Equal(4.4, order.NetMoment.Z, 1e-12);
        Assert.Equal(4.4 / 27, order.NetMomentPerVolume, 1e-12);
        Assert.Equal(1, order.Alignment, 1e-12);
        Assert.True(order.HasNetMoment);
        Assert.False(order.HasPropagationVector);
    }

    [Fact]
    public void An_antiferromagnet_on_one_site_of_the_crystal_has_a_propagation_vector()
    {
        MagneticOrder order = MagneticOrder.Of(Bcc(new(0, 0, 2.2), new(0, 0, -2.2)))!;

        Assert.False(order.HasNetMoment);
        Assert.True(order.HasPropagationVector);
    }

    [Fact]
    public void Slight_canting_is_no_net_moment()
    {
        MagneticOrder order = MagneticOrder.Of(Bcc(new(0.05, 0, 2.2), new(0.05, 0, -2.2)))!;

        Assert.InRange(order.Alignment, 0.01, 0.05);
        Assert.False(order.HasNetMoment);
    }

    [Fact]
    public void Order_is_that_of_any_cell_of_the_crystal()
    {
        Structure crystal = Bcc(new(0, 0, 2.2), new(0, 0, -2.2));
        MagneticOrder order = MagneticOrder.Of(crystal)!, super = MagneticOrder.Of(crystal.Supercell(new(new(2, 0, 0), new(0, 1, 0), new(0, 1, 3))))!;

        Assert.Equal(order.NetMomentPerVolume, super.NetMomentPerVolume, 1e-12);
        Assert.Equal(order.HasPropagationVector, super.HasPropagationVector);
    }

    [Fact]
    public void Without_moments_there_is_no_order() =>
        Assert.Null(MagneticOrder.Of(Bcc(Vector3D.Zero, Vector3D.Zero)));

    [Fact]
    [Trait("Category", "Slow")]
    public void Measured_structures_have_the_propagation_vectors_that_their_files_state()
    {
        string archive = SharedData.Require("magnets", "magndata.tar.gz");
        using var folder = new TemporaryFolder();
        System.Formats.Tar.TarFile.ExtractToDirectory(
            new System.IO.Compression.GZipStream(File.OpenRead(archive), System.IO.Compression.CompressionMode.Decompress), folder.Path, overwriteFiles: true);
        int agree = 0;
        var differ = new List<string>();
        foreach (string file in Directory.EnumerateFiles(folder.Path, "*.mcif", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string text = File.ReadAllText(file);
            string[] stated = [.. Propagation().Matches(text).Select(match => match.Groups[1].Value)];
            if (stated.Length == 0 || StructureFile.Read(file, text).First().Structure is not { } structure) continue;
            if (MagneticOrder.Of(structure) is not { } order) continue;
            if (order.HasPropagationVector == stated.Any(vector => vector != "0 0 0")) agree++;
            else differ.Add($"{Path.GetFileName(file)}: {string.Join("; ", stated)}");
        }

        TestContext.Current.SendDiagnosticMessage($"{agree} agree; {differ.Count} differ: {string.Join(" | ", differ)}");
        Assert.True(agree >= 900, $"Only {agree} agree; {string.Join(" | ", differ)}");
        Assert.True(differ.Count <= 0.03 * agree, $"{differ.Count} differ of {agree + differ.Count}: {string.Join(" | ", differ)}");
    }

    [GeneratedRegex(@"^k\d+ +\[(.*?)\]", RegexOptions.Multiline)]
    private static partial Regex Propagation();

    private static Structure Bcc(Vector3D corner, Vector3D centre)
    {
        Element iron = Element.Parse("Fe");
        Structure crystal = Structure.Crystal(Cube, [iron, iron], [Vector3D.Zero, new(0.5, 0.5, 0.5)]);
        return new Structure(Cube, [crystal.Sites[0] with { Moment = corner }, crystal.Sites[1] with { Moment = centre }]);
    }
}
