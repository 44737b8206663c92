using TorchSharp;

namespace Lodestone.Symmetry;

/// <summary>
/// Checks that a function is equivariant, f(g·x) = g·f(x). Invariance is equivariance where g does nothing to outputs. Any test framework
/// can use it: what fails is an <see cref="EquivarianceException"/>.
/// </summary>
/// <example><code>
/// Equivariance.AssertEquivariant(layer.forward, cells, cells, samples, tolerance: 1e-5);
/// </code></example>
public static class Equivariance
{
    /// <summary>Demands that a function of tensors is equivariant under every element of a finite group.</summary>
    /// <param name="f">The function.</param>
    /// <param name="input">How the group acts on the last axis of the inputs.</param>
    /// <param name="output">How the same group acts on the last axis of the outputs.</param>
    /// <param name="samples">Inputs, at least one.</param>
    /// <param name="tolerance">Largest distance that is allowed of any entry of f(g·x) from that of g·f(x).</param>
    /// <exception cref="EquivarianceException">The function is not equivariant; the report says under which element.</exception>
    /// <exception cref="ArgumentException">The representations are not of one group, or there is no sample.</exception>
    public static void AssertEquivariant(
        Func<torch.Tensor, torch.Tensor> f, Representation input, Representation output, IEnumerable<torch.Tensor> samples, double tolerance) =>
        Demand(Measure(f, input, output, samples), tolerance);

    /// <summary>Demands that any function is equivariant under some transformations, which may be a sample of an infinite group.</summary>
    /// <param name="f">The function.</param>
    /// <param name="elements">The transformations, at least one; a report names the worst by its text.</param>
    /// <param name="actOnInput">g·x.</param>
    /// <param name="actOnOutput">g·y; returns y itself where f is to be invariant.</param>
    /// <param name="distance">The distance of two outputs.</param>
    /// <param name="samples">Inputs, at least one.</param>
    /// <param name="tolerance">Largest distance that is allowed of f(g·x) from g·f(x).</param>
    /// <exception cref="EquivarianceException">The function is not equivariant; the report says under which element.</exception>
    /// <exception cref="ArgumentException">There is no element or no sample.</exception>
    public static void AssertEquivariant<TElement, TInput, TOutput>(
        Func<TInput, TOutput> f, IEnumerable<TElement> elements, Func<TElement, TInput, TInput> actOnInput,
        Func<TElement, TOutput, TOutput> actOnOutput, Func<TOutput, TOutput, double> distance, IEnumerable<TInput> samples, double tolerance) =>
        Demand(Measure(f, elements, actOnInput, actOnOutput, distance, samples), tolerance);

    /// <summary>Demands that any function is equivariant under a group: under all elements of a finite one, under random ones otherwise.</summary>
    /// <inheritdoc cref="Measure{TElement, TInput, TOutput}(Func{TInput, TOutput}, IGroup{TElement}, Func{TElement, TInput, TInput}, Func{TElement, TOutput, TOutput}, Func{TOutput, TOutput, double}, IEnumerable{TInput}, int, int)"/>
    /// <param name="f">The function.</param>
    /// <param name="group">The group.</param>
    /// <param name="actOnInput">g·x.</param>
    /// <param name="actOnOutput">g·y; returns y itself where f is to be invariant.</param>
    /// <param name="distance">The distance of two outputs.</param>
    /// <param name="samples">Inputs, at least one.</param>
    /// <param name="tolerance">Largest distance that is allowed of f(g·x) from g·f(x).</param>
    /// <param name="elements">Number of random elements of a continuous group.</param>
    /// <param name="seed">Seed of the random elements.</param>
    /// <exception cref="EquivarianceException">The function is not equivariant; the report says under which element.</exception>
    public static void AssertEquivariant<TElement, TInput, TOutput>(
        Func<TInput, TOutput> f, IGroup<TElement> group, Func<TElement, TInput, TInput> actOnInput, Func<TElement, TOutput, TOutput> actOnOutput,
        Func<TOutput, TOutput, double> distance, IEnumerable<TInput> samples, double tolerance, int elements = 32, int seed = 0) =>
        Demand(Measure(f, group, actOnInput, actOnOutput, distance, samples, elements, seed), tolerance);

    /// <summary>Demands that a function of tensors is equivariant under a group: under all elements of a finite one, under random ones otherwise.</summary>
    /// <inheritdoc cref="AssertEquivariant{TElement, TInput, TOutput}(Func{TInput, TOutput}, IGroup{TElement}, Func{TElement, TInput, TInput}, Func{TElement, TOutput, TOutput}, Func{TOutput, TOutput, double}, IEnumerable{TInput}, double, int, int)"/>
    public static void AssertEquivariant<TElement>(
        Func<torch.Tensor, torch.Tensor> f, IGroup<TElement> group, Func<TElement, torch.Tensor, torch.Tensor> actOnInput,
        Func<TElement, torch.Tensor, torch.Tensor> actOnOutput, IEnumerable<torch.Tensor> samples, double tolerance, int elements = 32, int seed = 0)
    {
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        AssertEquivariant(f, group, actOnInput, actOnOutput, LargestDifference, samples, tolerance, elements, seed);
    }

    /// <summary>The action on outputs that are to be invariant: none.</summary>
    public static TOutput Invariant<TElement, TOutput>(TElement element, TOutput output) => output;

    /// <summary>How far a function of tensors is from equivariance under the elements of a finite group.</summary>
    /// <inheritdoc cref="AssertEquivariant(Func{torch.Tensor, torch.Tensor}, Representation, Representation, IEnumerable{torch.Tensor}, double)"/>
    public static EquivarianceReport Measure(
        Func<torch.Tensor, torch.Tensor> f, Representation input, Representation output, IEnumerable<torch.Tensor> samples)
    {
        if (input.Group != output.Group)
            throw new ArgumentException("Inputs and outputs need representations of one group.", nameof(output));
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        return Measure(f, input.Group, input.Act, output.Act, LargestDifference, samples);
    }

    /// <summary>How far any function is from equivariance under a group: under all elements of a finite one, under random ones otherwise.</summary>
    /// <param name="f">The function.</param>
    /// <param name="group">The group.</param>
    /// <param name="actOnInput">g·x.</param>
    /// <param name="actOnOutput">g·y; returns y itself where f is to be invariant.</param>
    /// <param name="distance">The distance of two outputs.</param>
    /// <param name="samples">Inputs, at least one.</param>
    /// <param name="elements">Number of random elements of a continuous group.</param>
    /// <param name="seed">Seed of the random elements.</param>
    /// <exception cref="ArgumentException">There is no element or no sample.</exception>
    public static EquivarianceReport Measure<TElement, TInput, TOutput>(
        Func<TInput, TOutput> f, IGroup<TElement> group, Func<TElement, TInput, TInput> actOnInput, Func<TElement, TOutput, TOutput> actOnOutput,
        Func<TOutput, TOutput, double> distance, IEnumerable<TInput> samples, int elements = 32, int seed = 0) =>
        Measure(f, group.Sample(elements, seed), actOnInput, actOnOutput, distance, samples, group.Describe);

    /// <summary>How far any function is from equivariance under some transformations.</summary>
    /// <inheritdoc cref="AssertEquivariant{TElement, TInput, TOutput}(Func{TInput, TOutput}, IEnumerable{TElement}, Func{TElement, TInput, TInput}, Func{TElement, TOutput, TOutput}, Func{TOutput, TOutput, double}, IEnumerable{TInput}, double)"/>
    public static EquivarianceReport Measure<TElement, TInput, TOutput>(
        Func<TInput, TOutput> f, IEnumerable<TElement> elements, Func<TElement, TInput, TInput> actOnInput,
        Func<TElement, TOutput, TOutput> actOnOutput, Func<TOutput, TOutput, double> distance, IEnumerable<TInput> samples) =>
        Measure(f, elements, actOnInput, actOnOutput, distance, samples, element => $"the element {element}");

    private static EquivarianceReport Measure<TElement, TInput, TOutput>(
        Func<TInput, TOutput> f, IEnumerable<TElement> elements, Func<TElement, TInput, TInput> actOnInput, Func<TElement, TOutput, TOutput> actOnOutput,
        Func<TOutput, TOutput, double> distance, IEnumerable<TInput> samples, Func<TElement, string> describe)
    {
        TElement[] group = [.. elements];
        TInput[] inputs = [.. samples];
        if (group.Length == 0) throw new ArgumentException("There is no element to test with.", nameof(elements));
        if (inputs.Length == 0) throw new ArgumentException("There is no sample to test on.", nameof(samples));
        var worst = (Error: -1.0, Element: 0, Sample: 0);
        for (int sample = 0; sample < inputs.Length; sample++)
        {
            TOutput output = f(inputs[sample]);
            for (int element = 0; element < group.Length; element++)
            {
                double error = distance(f(actOnInput(group[element], inputs[sample])), actOnOutput(group[element], output));
                if (double.IsNaN(error)) error = double.PositiveInfinity;
                if (error > worst.Error) worst = (error, element, sample);
            }
        }
        return new EquivarianceReport(worst.Error, describe(group[worst.Element]), worst.Sample, group.Length, inputs.Length);
    }

    /// <summary>The largest difference of any entry; infinite where the shapes differ.</summary>
    public static double LargestDifference(torch.Tensor a, torch.Tensor b)
    {
        if (!a.shape.SequenceEqual(b.shape)) return double.PositiveInfinity;
        if (a.numel() == 0) return 0;
        using torch.Tensor difference = (a - b).abs().max().to_type(torch.ScalarType.Float64);
        return difference.item<double>();
    }

    private static void Demand(EquivarianceReport report, double tolerance)
    {
        if (!(report.Error <= tolerance)) throw new EquivarianceException(report, tolerance);
    }
}
