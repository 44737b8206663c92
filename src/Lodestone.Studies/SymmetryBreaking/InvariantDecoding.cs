using Lodestone.Symmetry;
using Lodestone.Symmetry.Representations;
using static TorchSharp.torch;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>
/// Signals of two bumps on a ring of twelve points, decoded from a code that shifts do not change: the lengths of the first Fourier
/// coefficients F_k, and the products F_1·F_k·F̄_(k+1) divided by their lengths. A decoder may give any shift of the signal, so the error is
/// that of the best shift. An equivariant decoder can give only a constant, because every shift leaves the code alone.
/// </summary>
public sealed class InvariantDecoding : SymmetryTask
{
    private const int Points = 12;
    private const int Rows = 512;
    private const int NewRows = 128;
    private const int Lengths = 5;
    private const int Products = 3;
    private const ulong NewSignals = 20260;
    private readonly PermutationRepresentation _ring = Representation.Regular(FiniteGroup.Cyclic(Points));

    /// <summary>Makes the task.</summary>
    public InvariantDecoding() => Input = Representation.Trivial(_ring.Group, Lengths + 2 * Products);

    /// <inheritdoc />
    public override string Name => "invariant decoding";

    /// <inheritdoc />
    public override string Metric => "squared error at the best shift over the variance within signals, on new signals";

    /// <inheritdoc />
    public override double Ideal => 0;

    /// <inheritdoc />
    public override double EquivariantLimit => 1;

    internal override Representation Input { get; }

    internal override Representation Breaker => _ring;

    internal override PermutationRepresentation Hidden => _ring;

    internal override Representation Output => _ring;

    /// <summary>New signals and what a network makes of their codes, at the best shift.</summary>
    /// <param name="predict">The network.</param>
    /// <param name="count">How many.</param>
    /// <returns>Pairs of arrays of twelve numbers.</returns>
    public IReadOnlyList<(float[] Signal, float[] Decoded)> Decode(Func<Tensor, Tensor> predict, int count)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        Tensor signals = New(), shifted = Shifts(predict(Read(signals)));
        Tensor best = Errors(signals, shifted).argmin(0);
        return [.. Enumerable.Range(0, count).Select(row => (Numbers(signals[row]), Numbers(shifted[best[row].item<long>()][row])))];
    }

    internal override Tensor Data(Generator random) => Signals(Rows, random);

    internal override Tensor Read(Tensor data)
    {
        Tensor waves = fft.rfft(data) / Points;
        Tensor first = waves[.., 1..2], others = waves[.., 1..(Products + 1)], next = waves[.., 2..(Products + 2)];
        Tensor products = first * others * next.conj();
        products = products / (products.abs() + 1e-4f);
        return cat([waves[.., ..Lengths].abs(), products.real, products.imag], 1);
    }

    internal override Tensor Loss(Tensor data, Tensor outputs, double progress) => Error(data, outputs);

    internal override double Score(Func<Tensor, Tensor> predict)
    {
        Tensor signals = New();
        Tensor within = (signals - signals.mean([1], keepdim: true)).square().mean();
        return (Error(signals, predict(Read(signals))) / within).item<float>();
    }

    private static Tensor New()
    {
        using var random = new Generator(NewSignals);
        return Signals(NewRows, random);
    }

    /// <summary>[rows, 12]</summary>
    private static Tensor Signals(int rows, Generator random)
    {
        Tensor angles = arange(Points).to_type(float32) * (2 * Math.PI / Points);
        Tensor centers = rand([rows, 2, 1], generator: random) * (2 * Math.PI);
        Tensor heights = rand([rows, 2, 1], generator: random) + 0.5;
        Tensor sharpness = rand([rows, 2, 1], generator: random) * 4 + 2;
        return (heights * (((angles - centers).cos() - 1) * sharpness).exp()).sum(1);
    }

    /// <summary>[12, rows, 12]</summary>
    private static Tensor Shifts(Tensor outputs) => stack([.. Enumerable.Range(0, Points).Select(shift => outputs.roll(shift, 1))]);

    private static Tensor Error(Tensor signals, Tensor outputs) => Errors(signals, Shifts(outputs)).amin(0).mean();

    private static Tensor Errors(Tensor signals, Tensor shifted) => (shifted - signals).square().mean([2]);

    private static float[] Numbers(Tensor row) => row.contiguous().data<float>().ToArray();
}
