using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Models.Alignn;
using Lodestone.Models.Catalog;
using Lodestone.Models.Cgcnn;
using Lodestone.Models.Ecn;
using Lodestone.Models.Egnn;
using Lodestone.Models.Encodings;
using Lodestone.Models.Graphs;
using Lodestone.Models.Megnet;
using Lodestone.Testing;

namespace Lodestone.Models.Tests.Encodings;

public sealed class EncodingCacheTests : IDisposable
{
    private static readonly Material[] Materials =
    [
        .. RandomCrystals.Make(20, 3),
        new Material("formula", Composition.Parse("Fe2O3"), null),
        RandomCrystals.Of("lonely", Structure.Crystal(Lattice.FromParameters(40, 40, 40, 90, 90, 90), [Element.Parse("Fe")], [Vector3D.Zero])),
    ];

    private readonly TemporaryFolder _folder = new();

    private string[] Files => Directory.Exists(Folder) ? Directory.GetFiles(Folder) : [];

    private string Folder => Path.Combine(_folder.Path, "cache");

    [Fact]
    public void What_comes_from_the_cache_is_what_the_encoder_makes_to_the_bit()
    {
        RoundTrip(new CgcnnNetwork(new CgcnnOptions(), 1).Encoder);
        RoundTrip(new MegnetNetwork(new MegnetOptions { ElementProperties = true, State = [RandomCrystals.Property] }, 1).Encoder);
        RoundTrip(new AlignnNetwork(new AlignnOptions(), 1).Encoder);
        RoundTrip(new EgnnNetwork(new McEgnnOptions { Neighbours = 6 }, 1).Encoder);
        RoundTrip(new EcnNetwork(new EcnOptions(), 1).Encoder);
        RoundTrip(new EcnNetwork(new EcnOptions { Lattice = "cP" }, 1).Encoder);
    }

    [Fact]
    public void Only_what_is_new_is_encoded()
    {
        var encoder = new CountingEncoder<CrystalGraph>(new CrystalGraphEncoder(12, 8));
        Run(encoder, Materials[..10]);
        Run(encoder, [.. Materials.Reverse()]);
        Run(encoder, [Materials[4], Materials[4] with { Id = "another name" }, RandomCrystals.Of("relabelled", Materials[5].Structure!)]);

        Assert.Equal(Materials.Length, encoder.Encoded);
        Assert.Equal(2, Files.Length);
    }

    [Fact]
    public void A_change_in_the_last_bit_of_a_position_is_a_change()
    {
        var encoder = new CountingEncoder<CrystalGraph>(new CrystalGraphEncoder(12, 8));
        Structure crystal = Materials[0].Structure!;
        Vector3D place = crystal.Sites[0].Fractional;
        Site moved = crystal.Sites[0].At(place with { X = Math.BitIncrement(place.X) }, crystal.Lattice!);
        Run(encoder, [Materials[0], Materials[0] with { Structure = new Structure(crystal.Lattice, crystal.Sites.SetItem(0, moved)) }]);

        Assert.Equal(2, encoder.Encoded);
    }

    [Fact]
    public void Other_options_and_other_code_are_another_kind()
    {
        CrystalGraphEncoder[] encoders =
        [
            new(12, 8), new(12, 7.5), new(11, 8), new(null, 8), new(12, 8) { Vectors = true }, new(12, 8) { Molecules = true }, new(12, 8) { State = ["T_K"] },
            new(12, 8) { Elements = new HashSet<Element> { Element.Parse("Fe") } },
        ];
        string[] kinds = [.. encoders.Select(EncodingKind.Of), EncodingKind.Of(encoders[0], "other code")];

        Assert.Distinct(kinds);
        Assert.Equal(kinds[0], EncodingKind.Of(new CrystalGraphEncoder(12, 8)));
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("one bit")]
    [InlineData("empty")]
    public void A_damaged_file_is_made_again(string damage)
    {
        var encoder = new CountingEncoder<CrystalGraph>(new CrystalGraphEncoder(12, 8));
        Run(encoder, Materials);
        string file = Assert.Single(Files);
        byte[] whole = File.ReadAllBytes(file), damaged = [.. whole];
        damaged[^100] ^= 4;
        File.WriteAllBytes(file, damage switch { "truncated" => whole[..^1], "empty" => [], _ => damaged });

        Run(encoder, Materials);
        Assert.Equal(2 * Materials.Length, encoder.Encoded);
        Assert.Equal(whole, File.ReadAllBytes(Assert.Single(Files)));
    }

    [Fact]
    public void Several_may_use_a_folder_at_once()
    {
        var made = new ConcurrentBag<byte[]>();
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            made.Add(Bytes(new CrystalGraphEncoder(12, 8), new EncodingCache(Folder).Encode(new CrystalGraphEncoder(12, 8), Materials[(i % 2)..], default))));

        Assert.Equal(2, made.Select(Convert.ToHexString).Distinct().Count());
        Assert.All(Files, file => Assert.EndsWith(".encodings", file));
        var encoder = new CountingEncoder<CrystalGraph>(new CrystalGraphEncoder(12, 8));
        Run(encoder, Materials);
        Assert.Equal(0, encoder.Encoded);
    }

    [Fact]
    public void Where_nothing_can_be_kept_the_work_goes_on_with_a_sentence()
    {
        File.WriteAllText(Folder, "a file where the folder should be");
        var messages = new List<string>();
        var encoder = new CountingEncoder<CrystalGraph>(new CrystalGraphEncoder(12, 8));
        EncodedMaterial<CrystalGraph>[] encoded = new EncodingCache(Folder) { Messages = new Listener(messages) }.Encode(encoder, Materials, default);

        Assert.Equal(Bytes(encoder, EncodedMaterial<CrystalGraph>.All(encoder, Materials, default)), Bytes(encoder, encoded));
        Assert.Contains("LODESTONE_CACHE", Assert.Single(messages));
    }

    [Fact]
    public void Above_the_largest_size_the_files_used_least_recently_go()
    {
        Run(new CrystalGraphEncoder(4, 8), Materials);
        string oldest = Assert.Single(Files);
        File.SetLastWriteTimeUtc(oldest, DateTime.UtcNow.AddDays(-2));
        Run(new CrystalGraphEncoder(5, 8), Materials);
        string middle = Files.Except([oldest]).Single();
        File.SetLastWriteTimeUtc(middle, DateTime.UtcNow.AddDays(-1));
        Run(new CrystalGraphEncoder(4, 8), Materials);
        new EncodingCache(Folder) { LargestSize = 2 * new FileInfo(middle).Length }.Encode(new CrystalGraphEncoder(4, 8.5), Materials, default);

        Assert.True(File.Exists(oldest), "It was used after the other.");
        Assert.False(File.Exists(middle));
        Assert.Equal(2, Files.Length);
    }

    [Fact]
    public void A_training_gives_the_same_weights_with_a_cache_and_without()
    {
        var (none, first, second) = (Train(null), Train(new EncodingCache(Folder)), Train(new EncodingCache(Folder)));

        Assert.Equal(none, first);
        Assert.Equal(none, second);
        Assert.Equal(2, Files.Length);
    }

    public void Dispose() => _folder.Dispose();

    private void RoundTrip<TBatch>(IEncoder<TBatch> encoder)
    {
        var counting = new CountingEncoder<TBatch>((IStorableEncoder<TBatch>)encoder);
        byte[] made = Bytes(counting, EncodedMaterial<TBatch>.All(encoder, Materials, default));

        Assert.Equal(made, Bytes(counting, Run(counting, Materials)));
        Assert.Equal(made, Bytes(counting, Run(counting, Materials)));
        Assert.Equal(Materials.Length, counting.Encoded);
    }

    private EncodedMaterial<TBatch>[] Run<TBatch>(IEncoder<TBatch> encoder, Material[] materials) => new EncodingCache(Folder).Encode(encoder, materials, default);

    private static byte[] Bytes<TBatch>(IStorableEncoder<TBatch> encoder, EncodedMaterial<TBatch>[] encoded)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (EncodedMaterial<TBatch> row in encoded)
        {
            writer.Write(row.Reason ?? "");
            if (row.Reason is null) encoder.Write(row.Sample!, writer);
        }

        writer.Flush();
        return stream.ToArray();
    }

    private static string Train(EncodingCache? cache)
    {
        TrainedModel trained = ModelCatalog.Architecture("ecn").Train(
            new TrainingTask
            {
                Train = RandomCrystals.Make(24, 1),
                Validation = RandomCrystals.Make(12, 2),
                Targets = [new Target(RandomCrystals.Property)],
                Options = JsonNode.Parse("""{ "atom_feature_length": 8, "edge_feature_length": 4, "layers": 1 }""")!.AsObject(),
                Training = new TrainingOptions { Epochs = 2, BatchSize = 8 },
                Seeds = new Seeds(5),
                Encodings = cache,
            },
            null, default);
        return string.Join(' ', trained.Tensors.Select(tensor => Convert.ToHexString(tensor.Data.Span)));
    }

    private sealed class Listener(List<string> messages) : IProgress<string>
    {
        public void Report(string value) => messages.Add(value);
    }
}
