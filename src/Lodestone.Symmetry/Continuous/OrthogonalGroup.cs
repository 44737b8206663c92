using System.Globalization;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Continuous;

/// <summary>
/// The rotations of space, SO(n), or its rotations and reflections, O(n). An element is an orthogonal matrix R as a tensor, [n, n], or a batch of
/// them, […, n, n]; it takes a vector v to R·v.
/// </summary>
public sealed class OrthogonalGroup : IGroup<Tensor>
{
    /// <summary>Makes a group.</summary>
    /// <param name="dimension">n, at least 1.</param>
    /// <param name="reflections">True for O(n), false for SO(n).</param>
    public OrthogonalGroup(int dimension, bool reflections)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        Dimension = dimension;
        Reflections = reflections;
    }

    /// <summary>The rotations of the plane.</summary>
    public static OrthogonalGroup SO2 { get; } = new(2, false);

    /// <summary>The rotations and reflections of the plane.</summary>
    public static OrthogonalGroup O2 { get; } = new(2, true);

    /// <summary>The rotations of space.</summary>
    public static OrthogonalGroup SO3 { get; } = new(3, false);

    /// <summary>The rotations and reflections of space.</summary>
    public static OrthogonalGroup O3 { get; } = new(3, true);

    /// <summary>n.</summary>
    public int Dimension { get; }

    /// <summary>True where matrices of determinant −1 belong to the group.</summary>
    public bool Reflections { get; }

    /// <inheritdoc/>
    public Tensor Identity => eye(Dimension, dtype: ScalarType.Float64);

    /// <inheritdoc/>
    public Tensor Multiply(Tensor a, Tensor b) => a.matmul(b);

    /// <inheritdoc/>
    public Tensor Inverse(Tensor a) => a.transpose(-1, -2);

    /// <summary>Random elements, evenly distributed over the group (Haar measure), in double precision.</summary>
    /// <inheritdoc/>
    public IEnumerable<Tensor> Sample(int count, int seed)
    {
        using var generator = new Generator((ulong)seed);
        for (int i = 0; i < count; i++) yield return Random(generator);
    }

    /// <summary>Acts on vectors: each row of the last axis becomes R·v.</summary>
    /// <param name="rotation">R, […, n, n]; its leading axes are those of the vectors.</param>
    /// <param name="vectors">[…, any, n].</param>
    /// <returns>The turned vectors, in the shape and the type of the given ones.</returns>
    public static Tensor Act(Tensor rotation, Tensor vectors)
    {
        int batch = (int)rotation.dim() - 2;
        long n = rotation.shape[^1];
        return vectors.reshape([.. vectors.shape[..batch], -1, n])
            .matmul(rotation.to_type(vectors.dtype).transpose(-1, -2))
            .reshape(vectors.shape);
    }

    /// <inheritdoc/>
    public string Describe(Tensor element)
    {
        if (element.dim() != 2) return $"a batch of matrices of {Name}";
        IEnumerable<string> rows = element.to_type(ScalarType.Float64).data<double>()
            .Select(entry => entry.ToString("0.###", CultureInfo.InvariantCulture)).Chunk(Dimension).Select(row => string.Join(' ', row));
        return $"the matrix [{string.Join("; ", rows)}] of {Name}";
    }

    private string Name => $"{(Reflections ? "O" : "SO")}({Dimension})";

    // Q of a Gaussian matrix, with the signs that make it unique (Mezzadri, Notices AMS 54, 592, 2007), is distributed by Haar measure on O(n).
    private Tensor Random(Generator generator)
    {
        using var scope = NewDisposeScope();
        var (q, r) = linalg.qr(randn(Dimension, Dimension, dtype: ScalarType.Float64, generator: generator));
        Tensor element = q * r.diagonal().sign();
        if (!Reflections && linalg.det(element).item<double>() < 0)
            element = cat([-element.narrow(1, 0, 1), element.narrow(1, 1, Dimension - 1)], 1);
        return element.MoveToOuterDisposeScope();
    }
}
