using static TorchSharp.torch;

namespace Lodestone.Models.Graphs;

/// <summary>
/// Distances expanded in Gaussians exp(−(d − μ)²/w²) on an even grid of centers μ = 0, step, 2·step, … (Xie and Grossman,
/// Phys. Rev. Lett. 120, 145301 (2018), with w = step). A Gaussian farther from d than the reach is below 1.2e-7 and is left out, so each
/// edge keeps only the few consecutive ones around it.
/// </summary>
public sealed class GaussianBasis
{
    private readonly float _step;
    private readonly float _inverseWidth;

    /// <summary>Makes a basis.</summary>
    /// <param name="cutoff">Largest center, Å.</param>
    /// <param name="step">Spacing of the centers, Å.</param>
    /// <param name="width">Width w, Å.</param>
    public GaussianBasis(double cutoff, double step, double width)
    {
        const double reachInWidths = 4; // exp(-4²) = 1.1e-7
        Count = (int)Math.Round(cutoff / step) + 1;
        Support = Math.Min(Count, 2 * (int)Math.Ceiling(reachInWidths * width / step));
        _step = (float)step;
        _inverseWidth = (float)(1 / width);
    }

    /// <summary>Number of Gaussians.</summary>
    public int Count { get; }

    /// <summary>Number of consecutive Gaussians that are kept for an edge.</summary>
    public int Support { get; }

    /// <summary>Expands distances.</summary>
    /// <param name="distances">Å, [edges].</param>
    /// <returns>The index of the first Gaussian kept for each edge, [edges], and the values, [edges × <see cref="Support"/>].</returns>
    public (int[] First, float[] Values) Expand(ReadOnlySpan<float> distances)
    {
        var first = new int[distances.Length];
        var values = new float[distances.Length * Support];
        for (int e = 0; e < distances.Length; e++)
        {
            int start = Math.Clamp((int)(distances[e] / _step) - Support / 2 + 1, 0, Count - Support);
            first[e] = start;
            for (int k = 0; k < Support; k++)
            {
                float x = (distances[e] - (start + k) * _step) * _inverseWidth;
                values[e * Support + k] = MathF.Exp(-x * x);
            }
        }

        return (first, values);
    }

    /// <summary>Expands distances into a full tensor.</summary>
    /// <param name="distances">Å, [edges].</param>
    /// <returns>[edges, <see cref="Count"/>]</returns>
    public Tensor ToTensor(float[] distances)
    {
        Tensor centers = arange(Count, ScalarType.Float32) * _step;
        return ((tensor(distances).unsqueeze(1) - centers) * _inverseWidth).square().neg().exp();
    }
}
