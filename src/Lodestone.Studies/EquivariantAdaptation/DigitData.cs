using Lodestone.Data;
using Lodestone.Matter;
using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>The 10,000 test digits of MNIST (Y. LeCun, C. Cortes and C. J. C. Burges), divided anew by a seed.</summary>
/// <param name="Train">Digits to learn from, upright.</param>
/// <param name="Validation">Digits to choose by.</param>
/// <param name="Test">Digits to measure on, never to choose by.</param>
public sealed record DigitData(DigitSet Train, DigitSet Validation, DigitSet Test)
{
    private const float White = 255;

    /// <summary>Reads and divides the digits.</summary>
    /// <param name="folder">The folder of <c>t10k-images-idx3-ubyte</c> and <c>t10k-labels-idx1-ubyte</c>, plain or gzipped.</param>
    /// <param name="options">How many digits are for what.</param>
    /// <param name="seed">Which digits.</param>
    /// <exception cref="InputException">A file is missing or not what it should be, or has too few digits.</exception>
    public static DigitData Read(string folder, AdaptationOptions options, ulong seed)
    {
        options.Check();
        var (shape, pixels) = IdxFile.Read(folder, "t10k-images-idx3-ubyte", 3);
        var (rows, labels) = IdxFile.Read(folder, "t10k-labels-idx1-ubyte", 1);
        if (shape[1] != shape[2] || shape[1] % AdaptationOptions.Pooling != 0 || rows[0] != shape[0] || labels.Any(label => label > 9))
            throw new InputException($"The digits in '{folder}' do not belong together: {shape[0]} images of {shape[1]} × {shape[2]} pixels, {rows[0]} labels.");
        if (shape[1] / AdaptationOptions.Pooling < AdaptationOptions.KernelSize)
            throw new InputException($"The digits in '{folder}' have {shape[1]} × {shape[1]} pixels, too few; those of MNIST have 28 × 28.");
        if (options.Train + options.Validation + options.Test > shape[0])
            throw new InputException($"There are {shape[0]} digits, fewer than the {options.Train + options.Validation + options.Test} asked for.");
        int[] order = [.. Enumerable.Range(0, shape[0])];
        new Seeds(seed).For("digits").Generator().Shuffle(order.AsSpan());
        DigitSet Take(int first, int count)
        {
            int size = shape[1] * shape[2];
            int[] chosen = order[first..(first + count)];
            float[] values = [.. chosen.SelectMany(row => pixels.Skip(row * size).Take(size)).Select(pixel => pixel / White)];
            return new DigitSet(tensor(values).view(-1, 1, shape[1], shape[2]), tensor([.. chosen.Select(row => (long)labels[row])]));
        }
        return new DigitData(Take(0, options.Train), Take(options.Train, options.Validation), Take(options.Train + options.Validation, options.Test));
    }
}
