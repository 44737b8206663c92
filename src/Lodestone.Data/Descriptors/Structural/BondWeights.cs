using Lodestone.Matter;

namespace Lodestone.Data.Descriptors.Structural;

/// <summary>
/// Effective coordination numbers: a neighbour at distance d counts w = exp(1 − (d/d̄)⁶), where d̄ is the mean distance with these same
/// weights; no radius and no cutoff decides what is a bond (Hoppe, Z. Kristallogr. 150, 23, 1979).
/// </summary>
internal sealed class BondWeights
{
    private const int MostSteps = 100;
    private const double Converged = 1e-10;

    /// <summary>Weighs all neighbours.</summary>
    /// <param name="neighbours">Neighbours within a distance well beyond the bonds.</param>
    public BondWeights(NeighbourList neighbours)
    {
        Weight = new double[neighbours.Count];
        Coordination = new double[neighbours.AtomCount];
        Length = new double[neighbours.AtomCount];
        for (int site = 0; site < Length.Length; site++)
        {
            int start = neighbours.Start[site], end = neighbours.Start[site + 1];
            Length[site] = start == end ? double.NaN : Converge(neighbours.Distance.AsSpan(start..end), Weight.AsSpan(start..end));
            foreach (double weight in Weight.AsSpan(start..end)) Coordination[site] += weight;
        }
    }

    /// <summary>[edges]: the weight of a neighbour, from 0 to e.</summary>
    public double[] Weight { get; }

    /// <summary>[sites]: the effective coordination number; 0 without neighbours.</summary>
    public double[] Coordination { get; }

    /// <summary>[sites]: the weighted mean distance, Å; NaN without neighbours.</summary>
    public double[] Length { get; }

    // The distances are sorted; the mean begins with the shortest.
    private static double Converge(ReadOnlySpan<double> distances, Span<double> weights)
    {
        double mean = distances[0];
        for (int step = 0; step < MostSteps; step++)
        {
            double sum = 0, total = 0;
            for (int i = 0; i < distances.Length; i++)
            {
                double ratio = distances[i] / mean, cube = ratio * ratio * ratio;
                weights[i] = Math.Exp(1 - cube * cube);
                sum += weights[i] * distances[i];
                total += weights[i];
            }

            double change = sum / total - mean;
            mean += change;
            if (Math.Abs(change) < Converged * mean) break;
        }

        return mean;
    }
}
