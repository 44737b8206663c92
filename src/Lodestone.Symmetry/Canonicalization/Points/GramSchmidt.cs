using static TorchSharp.torch;

namespace Lodestone.Symmetry.Canonicalization.Points;

/// <summary>Orthonormal frames of vectors by the modified Gram–Schmidt process. Where the vectors turn, the frame turns with them.</summary>
public static class GramSchmidt
{
    private const double Degenerate = 1e-6;

    /// <summary>
    /// Makes vectors orthonormal, one after the other: v_i − Σ_j⟨v_i, e_j⟩e_j, divided by its length. A vector that depends on the ones before it, as
    /// those of a flat or straight set of points do, is replaced by some vector that is orthogonal to them.
    /// </summary>
    /// <param name="vectors">[…, k, n] with k ≤ n.</param>
    /// <returns>[…, k, n], orthonormal rows.</returns>
    public static Tensor Rows(Tensor vectors)
    {
        var rows = new List<Tensor>();
        for (int i = 0; i < vectors.shape[^2]; i++)
        {
            Tensor vector = vectors.select(-2, i), length = Length(vector);
            foreach (Tensor row in rows) vector -= (vector * row).sum(-1, keepdim: true) * row;
            Tensor depends = Length(vector) <= Degenerate * length;
            vector = where(depends, Orthogonal(rows, vector), vector);
            rows.Add(vector / Length(vector));
        }
        return stack(rows, -2);
    }

    /// <summary>The frame of vectors as an element of O(n) or SO(n): a matrix whose columns are the orthonormal vectors.</summary>
    /// <param name="vectors">
    /// […, k, n]. For O(n), the first n vectors are used; for SO(n), which is the plane or space, the first n − 1, and the last column is
    /// perpendicular to them.
    /// </param>
    /// <param name="reflections">True for O(n).</param>
    /// <returns>[…, n, n]</returns>
    /// <exception cref="ArgumentException">There are too few vectors, or SO(n) is asked for in more than three dimensions.</exception>
    public static Tensor Frame(Tensor vectors, bool reflections)
    {
        int n = (int)vectors.shape[^1], needed = reflections ? n : n - 1;
        if (vectors.shape[^2] < needed) throw new ArgumentException($"A frame needs {needed} vectors.", nameof(vectors));
        Tensor rows = Rows(vectors.narrow(-2, 0, needed));
        if (!reflections) rows = cat([rows, Perpendicular(rows).unsqueeze(-2)], -2);
        return rows.transpose(-1, -2);
    }

    private static Tensor Perpendicular(Tensor rows)
    {
        Tensor first = rows.select(-2, 0);
        return rows.shape[^1] switch
        {
            2 => stack([-first.select(-1, 1), first.select(-1, 0)], -1),
            3 => linalg.cross(first, rows.select(-2, 1), -1),
            var n => throw new ArgumentException($"Frames of SO({n}) are not known; there are those of SO(2) and SO(3).", nameof(rows)),
        };
    }

    /// <summary>Of the coordinate axes, the one farthest from all rows, made orthogonal to them.</summary>
    private static Tensor Orthogonal(List<Tensor> rows, Tensor like)
    {
        long n = like.shape[^1];
        Tensor axes = eye(n, dtype: like.dtype).expand([.. like.shape[..^1], n, n]);
        foreach (Tensor row in rows) axes = axes - row.unsqueeze(-1) * row.unsqueeze(-2);
        Tensor farthest = axes.square().sum(-1).argmax(-1);
        return axes.gather(-2, farthest.unsqueeze(-1).unsqueeze(-1).expand([.. like.shape[..^1], 1, n])).squeeze(-2).detach();
    }

    private static Tensor Length(Tensor vector) => vector.square().sum(-1, keepdim: true).sqrt();
}
