using Lodestone.Symmetry;
using Lodestone.Symmetry.Representations;
using static TorchSharp.torch;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>
/// A square that becomes a rectangle. Its strain ε minimizes a free energy after Landau, without units,
/// <code>F = ½ T e₁² + ¼ e₁⁴ + ½ e₂² + ½ e₆² − σ·ε,</code>
/// with e₁ = (ε_xx − ε_yy)/√2, e₂ = (ε_xx + ε_yy)/√2, e₆ = (ε_xy + ε_yx)/√2, the temperature T above the transition and the stress σ. Without
/// stress, everything that turns or mirrors the square leaves the input alone, and below the transition there are two ground states,
/// e₁ = ±√(−T). A network reads (T, σ) and gives ε; training makes F small and is not told any ground state.
/// </summary>
public sealed class PhaseTransition : SymmetryTask
{
    private const int Rows = 256;
    private const double Stress = 0.2;
    private const int Temperatures = 21;
    private readonly MatrixRepresentation _plane = MatrixRepresentation.PlanarReflections(4);

    /// <summary>Makes the task.</summary>
    public PhaseTransition()
    {
        Output = Representation.TensorProduct(_plane, _plane);
        Input = Representation.DirectSum(Representation.Trivial(_plane.Group), Output);
        Hidden = Representation.Regular(_plane.Group);
    }

    /// <inheritdoc />
    public override string Name => "phase transition";

    /// <inheritdoc />
    public override string Metric => "free energy above the ground state, mean over T from −1 to 0 without stress";

    /// <inheritdoc />
    public override double Ideal => 0;

    /// <inheritdoc />
    public override double EquivariantLimit => Cold().Average(t => t * t / 4);

    internal override Representation Input { get; }

    internal override Representation Breaker => Output;

    internal override PermutationRepresentation Hidden { get; }

    internal override Representation Output { get; }

    /// <summary>The strain e₁ of the ground state without stress, the positive one of two.</summary>
    public static double OrderParameter(double temperature) => Math.Sqrt(Math.Max(0, -temperature));

    /// <summary>The strain e₁ that a network gives without stress.</summary>
    /// <param name="predict">The network.</param>
    /// <param name="temperatures">T of each row.</param>
    public static double[] OrderParameters(Func<Tensor, Tensor> predict, IReadOnlyList<double> temperatures)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return First(predict(Unstressed(temperatures))).to_type(float64).data<double>().ToArray();
    }

    /// <summary>Half of the rows without stress.</summary>
    internal override Tensor Data(Generator random)
    {
        Tensor temperatures = rand([Rows, 1], generator: random) * 2 - 1;
        Tensor stress = randn([Rows, 2, 2], generator: random) * Stress * (rand([Rows, 1, 1], generator: random) < 0.5);
        return cat([temperatures, ((stress + stress.transpose(1, 2)) / 2).flatten(1)], 1);
    }

    internal override Tensor Loss(Tensor data, Tensor outputs, double progress) => Energies(data, outputs).mean();

    internal override double Score(Func<Tensor, Tensor> predict)
    {
        double[] temperatures = Cold();
        Tensor inputs = Unstressed(temperatures);
        return Energies(inputs, predict(inputs)).mean().item<float>() + temperatures.Average(t => t * t / 4);
    }

    private static double[] Cold() => [.. Enumerable.Range(0, Temperatures).Select(i => -i / (Temperatures - 1.0))];

    private static Tensor Unstressed(IReadOnlyList<double> temperatures)
    {
        Tensor inputs = zeros(temperatures.Count, 5);
        inputs[.., 0] = tensor(temperatures.Select(t => (float)t).ToArray());
        return inputs;
    }

    private static Tensor Energies(Tensor inputs, Tensor strain)
    {
        Tensor first = First(strain);
        Tensor second = (strain[.., 0] + strain[.., 3]) / Math.Sqrt(2);
        Tensor shear = (strain[.., 1] + strain[.., 2]) / Math.Sqrt(2);
        Tensor landau = inputs[.., 0] * first.square() / 2 + first.pow(4) / 4;
        return landau + (second.square() + shear.square()) / 2 - (inputs[.., 1..] * strain).sum(1);
    }

    private static Tensor First(Tensor strain) => (strain[.., 0] - strain[.., 3]) / Math.Sqrt(2);
}
