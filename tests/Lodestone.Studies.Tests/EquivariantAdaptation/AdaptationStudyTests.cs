using System.IO.Compression;
using Lodestone.Data;
using Lodestone.Matter;
using Lodestone.Studies.EquivariantAdaptation;
using Lodestone.Testing;

namespace Lodestone.Studies.Tests.EquivariantAdaptation;

public sealed class AdaptationStudyTests : IDisposable
{
    private const int Size = 24;
    private static readonly AdaptationOptions Small = new() { Train = 60, Validation = 20, Test = 40, PretrainingEpochs = 3, Epochs = 1, BatchSize = 20 };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_canonicalizer_makes_quarter_turns_as_good_as_upright_and_a_plain_network_does_not()
    {
        Write(120);
        AdaptationVariant[] variants = [.. AdaptationVariant.Comparison, .. AdaptationVariant.Ablation.Where(variant => variant.Method is AdaptationMethod.Energy or AdaptationMethod.Contrastive)];
        var results = new AdaptationStudy(_folder.Path, Small).Run(variants, 1).ToDictionary(result => result.Variant);

        Assert.Equal(variants.Select(variant => variant.Name).Order(), results.Keys.Order());
        Assert.True(results["none"].QuarterTurns < results["none"].Upright - 0.1, results["none"].ToString());
        foreach (AdaptationVariant variant in variants.Where(variant => variant.HasCanonicalizer))
            Assert.Equal(results[variant.Name].Upright, results[variant.Name].QuarterTurns, 1e-12);
        Assert.Equal(1, results["none"].IdentityShare);
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        Write(120);
        AdaptationResult Run() => new AdaptationStudy(_folder.Path, Small).Run([AdaptationVariant.Comparison[4]], 2)[0] with { Seconds = 0 };

        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void Splits_have_no_digit_twice_and_depend_on_the_seed()
    {
        Write(120);
        string[] Rows(ulong seed)
        {
            DigitData data = DigitData.Read(_folder.Path, Small, seed);
            Assert.Equal((60, 20, 40), (data.Train.Count, data.Validation.Count, data.Test.Count));
            return [.. new[] { data.Train, data.Validation, data.Test }.SelectMany(set => Enumerable.Range(0, set.Count)
                .Select(row => string.Join(' ', set.Images[row].contiguous().data<float>()) + set.Labels[row].item<long>()))];
        }

        Assert.Equal(120, Rows(1).Distinct().Count());
        Assert.Equal(Rows(1), Rows(1));
        Assert.NotEqual(Rows(1), Rows(2));
    }

    [Fact]
    public void The_figure_is_a_picture()
    {
        string path = _folder.File("figure.png");
        AdaptationFigure.Write(path, [new("none", 1, 0.9, 0.9, 0.4, 0.4, 1, 0), new("none", 2, 0.8, 0.8, 0.3, 0.3, 1, 0)]);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(path)[..4]);
    }

    [Fact]
    public void What_is_missing_or_broken_is_named()
    {
        string Message(AdaptationOptions options) => Assert.Throws<InputException>(() => DigitData.Read(_folder.Path, options, 1)).Message;

        Assert.Contains("There is no 't10k-images-idx3-ubyte'", Message(Small));
        Write(30);
        Assert.Contains("There are 30 digits, fewer than the 120", Message(Small));
        Assert.Contains("'epochs' is 0", Message(Small with { Epochs = 0 }));
        File.WriteAllBytes(_folder.File("t10k-labels-idx1-ubyte"), [0, 0, 8, 1, 0, 0]);
        Assert.Contains("cannot be read", Message(Small));
        File.WriteAllBytes(_folder.File("t10k-labels-idx1-ubyte"), [1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.Contains("not an IDX file", Message(Small));
    }

    [Fact]
    public void The_digits_of_MNIST_are_read()
    {
        DigitData data = DigitData.Read(SharedData.Require("images", "mnist"), Small, 1);

        Assert.Equal([60, 1, 28, 28], data.Train.Images.shape);
        Assert.Equal(1, data.Train.Images.max().item<float>());
        Assert.True(data.Train.Labels.unique().output.numel() > 7);
    }

    /// <summary>Two kinds of pictures, noise with a bright corner above on the left or on the right: two files as those of MNIST.</summary>
    private void Write(int count)
    {
        RandomGenerator random = new Seeds(5).Generator();
        var pixels = new byte[count * Size * Size];
        byte[] labels = [.. Enumerable.Range(0, count).Select(row => (byte)(row % 2))];
        for (int i = 0; i < pixels.Length; i++)
        {
            int row = i / (Size * Size), y = i / Size % Size, x = i % Size;
            bool bright = y < 9 && (labels[row] == 0 ? x < 9 : x >= Size - 9);
            pixels[i] = (byte)((bright ? 150 : 0) + 100 * random.NextDouble());
        }
        using (Stream stream = new GZipStream(File.Create(_folder.File("t10k-images-idx3-ubyte.gz")), CompressionMode.Compress))
            stream.Write([0, 0, 8, 3, 0, 0, 0, (byte)count, 0, 0, 0, Size, 0, 0, 0, Size, .. pixels]);
        File.WriteAllBytes(_folder.File("t10k-labels-idx1-ubyte"), [0, 0, 8, 1, 0, 0, 0, (byte)count, .. labels]);
    }
}
