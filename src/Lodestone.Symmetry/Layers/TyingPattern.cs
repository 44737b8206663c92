using Lodestone.Symmetry.Groups;
using Lodestone.Symmetry.Representations;

namespace Lodestone.Symmetry.Layers;

/// <summary>
/// Which weights of a linear map between permuted points must be equal for the map to be equivariant: the orbits of the pairs (input point,
/// output point), called colours, and for the bias the orbits of the output points (Ravanbakhsh, Schneider and Póczos, "Equivariance through
/// parameter-sharing", ICML 2017).
/// </summary>
public sealed class TyingPattern
{
    /// <summary>Finds the colours.</summary>
    /// <param name="input">How each generator of a group permutes the input points.</param>
    /// <param name="output">How the same generators permute the output points.</param>
    /// <exception cref="ArgumentException">The numbers of generators differ, or there is none.</exception>
    public TyingPattern(IReadOnlyList<Permutation> input, IReadOnlyList<Permutation> output)
    {
        if (input.Count == 0 || input.Count != output.Count)
            throw new ArgumentException($"There are {input.Count} permutations of the inputs and {output.Count} of the outputs; each generator needs one of both.", nameof(output));
        InputPoints = input[0].Count;
        OutputPoints = output[0].Count;
        int outputs = OutputPoints;
        Pairs = OrbitPartition.Of(InputPoints * outputs, input.Count, (k, pair) => input[k][pair / outputs] * outputs + output[k][pair % outputs]);
        Outputs = OrbitPartition.Of(outputs, output.Count, (k, point) => output[k][point]);
    }

    /// <summary>Finds the colours of maps between two representations of a group.</summary>
    /// <exception cref="ArgumentException">They are of different groups.</exception>
    public TyingPattern(PermutationRepresentation input, PermutationRepresentation output)
        : this(OfOneGroup(input, output).Generators, output.Generators)
    {
    }

    /// <summary>Number of input points.</summary>
    public int InputPoints { get; }

    /// <summary>Number of output points.</summary>
    public int OutputPoints { get; }

    /// <summary>The colours of the pairs: pair (i, j) is point i·<see cref="OutputPoints"/> + j of this partition.</summary>
    public OrbitPartition Pairs { get; }

    /// <summary>The colours of the output points.</summary>
    public OrbitPartition Outputs { get; }

    /// <summary>Number of independent weights between one input channel and one output channel.</summary>
    public int Colours => Pairs.Count;

    /// <summary>The colour of the weight from an input point to an output point.</summary>
    public int ColourOf(int input, int output) => Pairs.Index[input * OutputPoints + output];

    /// <summary>
    /// The orbits of the output points under the elements that leave an input point where it is: points whose pairs with it have one colour.
    /// </summary>
    public OrbitPartition StabilizerOrbits(int input) =>
        OrbitPartition.OfLabels([.. Enumerable.Range(0, OutputPoints).Select(output => ColourOf(input, output))]);

    private static PermutationRepresentation OfOneGroup(PermutationRepresentation input, PermutationRepresentation output) =>
        input.Group == output.Group
            ? input
            : throw new ArgumentException("Inputs and outputs need representations of one group.", nameof(output));
}
