using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry.Search;

/// <summary>The atoms of a reduced primitive cell, and which operations map them onto one another.</summary>
internal sealed class PrimitiveAtoms
{
    private readonly Matrix3D _cell;
    private readonly Vector3D[] _positions;
    private readonly int[] _kinds;
    private readonly int[] _rarest;
    private readonly double _tolerance;

    /// <summary>Takes the atoms of a crystal.</summary>
    /// <param name="crystal">In a reduced primitive cell.</param>
    /// <param name="tolerance">How far, in Å, an atom may lie from the image of another.</param>
    public PrimitiveAtoms(Structure crystal, double tolerance)
    {
        _cell = crystal.Lattice!.Vectors;
        _positions = [.. crystal.Sites.Select(site => site.Fractional)];
        string[] kinds = [.. crystal.Sites.Select(Kind)];
        _kinds = [.. kinds.Select(kind => Array.IndexOf(kinds, kind))];
        _rarest = [.. Enumerable.Range(0, kinds.Length).GroupBy(i => _kinds[i]).MinBy(kind => kind.Count())!];
        _tolerance = tolerance;
    }

    /// <summary>The operation of a rotation part: of several translations the one that fits best.</summary>
    /// <returns>Null where no translation maps every atom onto one of its kind.</returns>
    public SiteOperation? Operation(RotationPart rotation)
    {
        SiteOperation? best = null;
        double smallest = double.PositiveInfinity;
        Vector3D start = rotation * _positions[_rarest[0]];
        int[] image = new int[_positions.Length];
        foreach (int target in _rarest)
        {
            Vector3D shift = _positions[target] - start;
            if (!TryMap(rotation, shift, image, out Vector3D correction, out double squares) || squares >= smallest) continue;
            smallest = squares;
            best = new SiteOperation(rotation, shift + correction, [.. image]);
        }
        return best;
    }

    private bool TryMap(RotationPart rotation, Vector3D shift, int[] image, out Vector3D correction, out double squares)
    {
        Span<bool> taken = _positions.Length <= 1024 ? stackalloc bool[_positions.Length] : new bool[_positions.Length];
        Vector3D sum = Vector3D.Zero;
        squares = 0;
        correction = default;
        for (int i = 0; i < image.Length; i++)
        {
            int nearest = Nearest(rotation * _positions[i] + shift, _kinds[i], out Vector3D difference, out double square);
            if (nearest < 0 || taken[nearest]) return false;
            taken[nearest] = true;
            image[i] = nearest;
            sum += difference;
            squares += square;
        }
        correction = 1.0 / image.Length * sum;
        return true;
    }

    // The nearest atom of a kind, or -1 where none is within the tolerance.
    private int Nearest(Vector3D position, int kind, out Vector3D difference, out double square)
    {
        int nearest = -1;
        square = _tolerance * _tolerance;
        difference = default;
        for (int j = 0; j < _positions.Length; j++)
        {
            if (_kinds[j] != kind) continue;
            Vector3D apart = Fraction(_positions[j] - position);
            double length = (apart * _cell).LengthSquared;
            if (length > square) continue;
            (nearest, difference, square) = (j, apart, length);
        }
        return nearest;
    }

    private static Vector3D Fraction(Vector3D v) => new(v.X - Math.Round(v.X), v.Y - Math.Round(v.Y), v.Z - Math.Round(v.Z));

    private static string Kind(Site site) =>
        string.Join(' ', site.Species.OrderBy(s => s.Element.AtomicNumber).ThenBy(s => s.Occupancy)
            .Select(s => FormattableString.Invariant($"{s.Element}{s.Occupancy}")));
}
