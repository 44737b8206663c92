using System.Collections.Immutable;

namespace Lodestone.Symmetry;

/// <summary>A permutation of the points 0 … n − 1. Immutable.</summary>
public sealed class Permutation : IEquatable<Permutation>
{
    private readonly ImmutableArray<int> _images;

    /// <summary>Makes a permutation of its images.</summary>
    /// <param name="images">Where each point goes: every point from 0 to n − 1 once.</param>
    /// <exception cref="ArgumentException">A point is missing or there twice.</exception>
    public Permutation(params ReadOnlySpan<int> images)
    {
        var seen = new bool[images.Length];
        foreach (int image in images)
        {
            if ((uint)image >= (uint)images.Length || seen[image])
                throw new ArgumentException($"The images of a permutation of {images.Length} points are those points, each once.", nameof(images));
            seen[image] = true;
        }
        _images = [.. images];
    }

    private Permutation(ImmutableArray<int> images) => _images = images;

    /// <summary>Number of points.</summary>
    public int Count => _images.Length;

    /// <summary>Where a point goes.</summary>
    public int this[int point] => _images[point];

    /// <summary>The permutation of n points that moves none.</summary>
    public static Permutation Identity(int points) => new(ImmutableArray.CreateRange(Enumerable.Range(0, points)));

    /// <summary>The permutation that moves each point of a cycle to the next one, and the last to the first.</summary>
    /// <param name="points">Number of points.</param>
    /// <param name="cycle">The moved points in order, each once.</param>
    /// <exception cref="ArgumentException">A point is there twice.</exception>
    public static Permutation Cycle(int points, params ReadOnlySpan<int> cycle)
    {
        int[] images = [.. Enumerable.Range(0, points)];
        for (int i = 0; i < cycle.Length; i++)
            images[cycle[i]] = cycle[(i + 1) % cycle.Length];
        return new Permutation(images.AsSpan());
    }

    /// <summary>The inverse.</summary>
    public Permutation Inverse()
    {
        var images = new int[Count];
        for (int i = 0; i < Count; i++) images[_images[i]] = i;
        return new Permutation(images.AsSpan());
    }

    /// <summary>The number of points that stay where they are.</summary>
    public int FixedPoints => Enumerable.Range(0, Count).Count(point => _images[point] == point);

    /// <summary>The permutation that does <paramref name="second"/> first and <paramref name="first"/> on its result.</summary>
    /// <exception cref="ArgumentException">They permute different numbers of points.</exception>
    public static Permutation operator *(Permutation first, Permutation second)
    {
        if (first.Count != second.Count)
            throw new ArgumentException($"Permutations of {first.Count} and of {second.Count} points have no product.", nameof(second));
        return new Permutation(ImmutableArray.CreateRange(second._images, image => first._images[image]));
    }

    /// <inheritdoc/>
    public bool Equals(Permutation? other) => other is not null && _images.AsSpan().SequenceEqual(other._images.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Permutation);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (int image in _images) hash.Add(image);
        return hash.ToHashCode();
    }

    /// <summary>The images: <c>(1 2 0)</c>.</summary>
    public override string ToString() => $"({string.Join(' ', _images)})";
}
