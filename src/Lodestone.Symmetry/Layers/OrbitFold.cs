using Lodestone.Symmetry.Groups;

namespace Lodestone.Symmetry.Layers;

/// <summary>
/// A tied linear map restricted to inputs that a subgroup leaves alone, so that they are equal within its orbits of points: one point an orbit is
/// then enough. An output point j gets Σ_I (Σ_(i in I) w[colour(i, j)]) x_I from the input orbits I.
/// </summary>
public sealed class OrbitFold
{
    /// <summary>Counts the colours.</summary>
    /// <param name="pattern">The colours of the map.</param>
    /// <param name="input">The orbits of the input points under the subgroup.</param>
    /// <param name="output">The orbits of the output points under the same subgroup.</param>
    public OrbitFold(TyingPattern pattern, OrbitPartition input, OrbitPartition output)
    {
        InputOrbits = input.Count;
        OutputOrbits = output.Count;
        int[] read = [.. Enumerable.Range(0, output.Count).Select(orbit => output.Index.IndexOf(orbit))];
        Counts = new float[InputOrbits * OutputOrbits * pattern.Colours];
        for (int i = 0; i < pattern.InputPoints; i++)
            for (int orbit = 0; orbit < OutputOrbits; orbit++)
                Counts[(input.Index[i] * OutputOrbits + orbit) * pattern.Colours + pattern.ColourOf(i, read[orbit])]++;
        OutputColours = [.. read.Select(point => (long)pattern.Outputs.Index[point])];
    }

    /// <summary>Number of input orbits.</summary>
    public int InputOrbits { get; }

    /// <summary>Number of output orbits.</summary>
    public int OutputOrbits { get; }

    /// <summary>How many points of each input orbit meet each output orbit's first point in each colour: [input orbits, output orbits, colours].</summary>
    internal float[] Counts { get; }

    /// <summary>The colour of the bias of each output orbit: [output orbits].</summary>
    internal long[] OutputColours { get; }
}
