namespace Lodestone.Models.Forest;

internal static class SpanExtensions
{
    /// <summary>Index of the first infinite number; −1 where there is none.</summary>
    public static int IndexOfAnyInfinite(this Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
            if (float.IsInfinity(values[i])) return i;
        return -1;
    }
}
