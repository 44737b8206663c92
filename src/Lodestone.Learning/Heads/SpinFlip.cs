namespace Lodestone.Learning.Heads;

/// <summary>The flip of all moments of a material, which changes nothing that can be measured.</summary>
public static class SpinFlip
{
    /// <summary>The head whose targets are known up to a flip.</summary>
    internal const string Head = "moment";

    /// <summary>Whether the values of a target are known up to a flip.</summary>
    public static bool Concerns(Target target) => target.Head == Head;

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
