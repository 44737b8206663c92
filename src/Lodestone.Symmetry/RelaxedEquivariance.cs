using TorchSharp;

namespace Lodestone.Symmetry;

/// <summary>
/// Checks that a function is relaxed equivariant: for every element g and input x there is a k in the stabilizer of x with f(g·x) = g·k·f(x)
/// (S.-O. Kaba and S. Ravanbakhsh, "Symmetry breaking and equivariant neural networks", arXiv:2312.09016). An equivariant function is, with
/// k = 1. Its outputs are at least as symmetric as its inputs; those of a relaxed equivariant one need not be.
/// </summary>
/// <example><code>
/// bool ok = RelaxedEquivariance.IsRelaxedEquivariant(network.forward, weights, nodes, samples, tolerance: 1e-5, out var report);
/// </code></example>
public static class RelaxedEquivariance
{
    private const double StabilizerTolerance = 1e-6;

    /// <summary>Says whether a function of tensors, the same at each call, is relaxed equivariant under a finite group.</summary>
    /// <param name="f">The function.</param>
    /// <param name="input">How the group acts on the last axis of the inputs.</param>
    /// <param name="output">How the same group acts on the last axis of the outputs.</param>
    /// <param name="samples">Inputs of one vector each, [dimension] or [1, dimension]; symmetric ones are where it matters.</param>
    /// <param name="tolerance">Largest distance that is allowed of any entry of f(g·x) from that of the nearest g·k·f(x).</param>
    /// <param name="report">How far the function is from it, and where.</param>
    /// <exception cref="ArgumentException">The representations are not of one group, a sample is not one vector, or there is none.</exception>
    public static bool IsRelaxedEquivariant(
        Func<torch.Tensor, torch.Tensor> f, Representation input, Representation output, IEnumerable<torch.Tensor> samples, double tolerance,
        out RelaxedEquivarianceReport report)
    {
        report = Measure(f, input, output, samples, tolerance);
        return report.Error <= tolerance;
    }

    /// <inheritdoc cref="IsRelaxedEquivariant(Func{torch.Tensor, torch.Tensor}, Representation, Representation, IEnumerable{torch.Tensor}, double, out RelaxedEquivarianceReport)"/>
    public static bool IsRelaxedEquivariant(
        Func<torch.Tensor, torch.Tensor> f, Representation input, Representation output, IEnumerable<torch.Tensor> samples, double tolerance) =>
        IsRelaxedEquivariant(f, input, output, samples, tolerance, out _);

    /// <summary>How far a function of tensors is from relaxed equivariance under a finite group.</summary>
    /// <inheritdoc cref="IsRelaxedEquivariant(Func{torch.Tensor, torch.Tensor}, Representation, Representation, IEnumerable{torch.Tensor}, double, out RelaxedEquivarianceReport)"/>
    public static RelaxedEquivarianceReport Measure(
        Func<torch.Tensor, torch.Tensor> f, Representation input, Representation output, IEnumerable<torch.Tensor> samples, double tolerance)
    {
        if (input.Group != output.Group)
            throw new ArgumentException("Inputs and outputs need representations of one group.", nameof(output));
        torch.Tensor[] inputs = [.. samples];
        if (inputs.Any(sample => sample.numel() != input.Dimension))
            throw new ArgumentException("A sample is one vector, because each vector has a stabilizer of its own.", nameof(samples));
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        return Measure(f, input.Group, input.Act, output.Act, Equivariance.LargestDifference, Equivariance.LargestDifference, inputs, tolerance);
    }

    /// <summary>How far any function is from relaxed equivariance under a finite group.</summary>
    /// <param name="f">The function, the same at each call.</param>
    /// <param name="group">The group.</param>
    /// <param name="actOnInput">g·x.</param>
    /// <param name="actOnOutput">g·y.</param>
    /// <param name="inputDistance">The distance of two inputs; those within 1e-6 count as equal where stabilizers are found.</param>
    /// <param name="outputDistance">The distance of two outputs.</param>
    /// <param name="samples">Inputs, at least one; symmetric ones are where it matters.</param>
    /// <param name="tolerance">Outputs within this distance count as equal where broken symmetries are counted.</param>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    public static RelaxedEquivarianceReport Measure<TInput, TOutput>(
        Func<TInput, TOutput> f, FiniteGroup group, Func<int, TInput, TInput> actOnInput, Func<int, TOutput, TOutput> actOnOutput,
        Func<TInput, TInput, double> inputDistance, Func<TOutput, TOutput, double> outputDistance, IEnumerable<TInput> samples, double tolerance)
    {
        TInput[] inputs = [.. samples];
        if (inputs.Length == 0) throw new ArgumentException("There is no sample to test on.", nameof(samples));
        var worst = (Error: -1.0, Element: 0, Sample: 0);
        int symmetric = 0, broken = 0;
        for (int sample = 0; sample < inputs.Length; sample++)
        {
            TInput x = inputs[sample];
            TOutput y = f(x);
            TOutput[] images = [.. Enumerable.Range(0, group.Order).Select(g => actOnOutput(g, y))];
            int[] stabilizer = [.. Enumerable.Range(0, group.Order).Where(g => inputDistance(actOnInput(g, x), x) <= StabilizerTolerance)];
            if (stabilizer.Length > 1) symmetric++;
            if (stabilizer.Any(k => !(outputDistance(images[k], images[0]) <= tolerance))) broken++;
            for (int g = 0; g < group.Order; g++)
            {
                TOutput moved = f(actOnInput(g, x));
                double error = stabilizer.Min(k => Number(outputDistance(moved, images[group.Multiply(g, k)])));
                if (error > worst.Error) worst = (error, g, sample);
            }
        }
        return new RelaxedEquivarianceReport(worst.Error, worst.Element, worst.Sample, group.Order, inputs.Length, symmetric, broken);
    }

    private static double Number(double distance) => double.IsNaN(distance) ? double.PositiveInfinity : distance;
}
