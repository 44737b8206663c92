using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry.Search;

namespace Lodestone.Matter.Symmetry.Standard;

/// <summary>What a crystal looks like from the origins that its setting leaves open.</summary>
internal sealed class OriginChoices
{
    private readonly LatticeTranslation[] _centrings;
    private readonly int[] _kinds;
    private readonly Vector3D[] _positions;
    private readonly int[] _rarest;
    private readonly Vector3D _free;

    /// <summary>Takes the sites.</summary>
    /// <param name="setting">The standard setting.</param>
    /// <param name="kinds">[sites]: their kinds, 0 for the rarest.</param>
    /// <param name="positions">[sites]: positions as shares of the primitive edges.</param>
    public OriginChoices(SpaceGroupSetting setting, int[] kinds, Vector3D[] positions)
    {
        _centrings = setting.Centrings;
        _kinds = kinds;
        _positions = positions;
        _rarest = [.. Enumerable.Range(0, kinds.Length).Where(site => kinds[site] == 0)];

        // In a standard setting, the directions that no rotation changes are edges.
        Vector3D[] edges = [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)];
        _free = edges.Where(edge => setting.Operations.All(operation => operation.Rotation * edge == edge)).Aggregate(Vector3D.Zero, (sum, edge) => sum + edge);
    }

    /// <summary>The lists of sites from an origin and, where the group leaves directions free, from those along them at which an atom of the
    /// rarest kind is at 0.</summary>
    /// <param name="cell">The conventional cell: its rows made of the primitive ones.</param>
    /// <param name="origin">The origin, as shares of the primitive edges.</param>
    public IEnumerable<(IntegerMatrix3 Cell, Vector3D Origin, SiteList List)> At(IntegerMatrix3 cell, Vector3D origin)
    {
        Matrix3D rows = cell.ToMatrix3D(), inverse = rows.Inverse();
        Vector3D[] places = [.. _positions.Select(position => (position - origin) * inverse)];
        if (_free == Vector3D.Zero)
        {
            yield return (cell, origin, SiteList.Of(places, _kinds, _centrings));
            yield break;
        }
        foreach (int site in _rarest)
            foreach (LatticeTranslation centring in _centrings)
            {
                Vector3D at = places[site] + centring.Fractional;
                var shift = new Vector3D(_free.X * at.X, _free.Y * at.Y, _free.Z * at.Z);
                yield return (cell, origin + shift * rows, SiteList.Of([.. places.Select(place => place - shift)], _kinds, _centrings));
            }
    }
}
