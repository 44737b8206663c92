using System.Text;

namespace Lodestone.Data;

/// <summary>
/// A tree of seeds: everything random in a run takes its seed from one root by name, so that a new use of randomness never changes the
/// numbers of another. The child of a name is <c>Mix(root + FNV1a64(UTF-8 of the name) · odd constant)</c>, with the finalizer of SplitMix64:
/// the same on every machine and for every version of .NET.
/// </summary>
/// <param name="Root">The seed at this node.</param>
/// <example><code>
/// var seeds = new Seeds(42);
/// RandomGenerator order = seeds.For("shuffle").For(epoch).Generator();
/// </code></example>
public readonly record struct Seeds(ulong Root)
{
    /// <summary>The child of a name.</summary>
    public Seeds For(string name) => Child(Fnv1a64(name));

    /// <summary>The child of a number: an ensemble member, an epoch, a fold.</summary>
    public Seeds For(int index) => Child(SplitMix64.Mix((ulong)index + 1));

    /// <summary>A generator that starts from this seed.</summary>
    public RandomGenerator Generator() => new(Root);

    /// <summary>The seed as a non-negative number for libraries that take no more than 63 bits.</summary>
    public long ToInt64() => (long)(Root >> 1);

    private Seeds Child(ulong key) => new(SplitMix64.Mix(SplitMix64.Mix(Root + 0x9E3779B97F4A7C15) ^ key));

    /// <summary>The 64-bit FNV-1a hash (Fowler, Noll and Vo; RFC 9923).</summary>
    private static ulong Fnv1a64(string text)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (byte b in Encoding.UTF8.GetBytes(text)) hash = (hash ^ b) * 0x100000001B3;
        return hash;
    }
}
