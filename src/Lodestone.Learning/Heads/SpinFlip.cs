namespace Lodestone.Learning.Heads;

/// <summary>The flip of all moments of a material, which changes nothing that can be measured.</summary>
public static class SpinFlip
{
    /// <summary>The head whose targets are known up to a flip.</summary>
    internal const string Head = "moment";

    /// <summary>Whether the values of a target are known up to a flip.</summary>
    public static bool Concerns(Target target) => target.Head == Head;

    /// <summary>The true values of one material, turned to the side that is nearest to the estimates where they are known up to a flip.</summary>
    /// <param name="target">The target.</param>
    /// <param name="truths">True values, of the material or of each site; null where they are missing.</param>
    /// <param name="estimates">The estimate of each.</param>
    public static IReadOnlyList<double?> Turn(Target target, IReadOnlyList<double?> truths, IReadOnlyList<Estimate> estimates)
    {
        if (!Concerns(target)) return truths;
        int[] known = [.. Enumerable.Range(0, truths.Count).Where(row => truths[row] is not null)];
        double sign = Nearest([.. known.Select(row => truths[row]!.Value)], [.. known.Select(row => estimates[row].Mean)]);
        return [.. truths.Select(truth => sign * truth)];
    }

    /// <summary>What brings the moments of a material nearest to others, by the sum of the absolute differences: 1, or −1 for a flip.</summary>
    /// <param name="moments">One a site.</param>
    /// <param name="others">One a site.</param>
    public static double Nearest(IReadOnlyList<double> moments, IReadOnlyList<double> others)
    {
        double straight = 0, flipped = 0;
        for (int i = 0; i < moments.Count; i++)
        {
            straight += Math.Abs(moments[i] - others[i]);
            flipped += Math.Abs(moments[i] + others[i]);
        }

        return flipped < straight ? -1 : 1;
    }
}
