using System.Collections.Immutable;
using System.Text.Json;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats;

/// <summary>Reads the sites of a structure in pymatgen's JSON.</summary>
internal sealed class PymatgenSites(Lattice? lattice, int? line, List<string> warnings)
{
    private const double NotableDistance = 0.01;

    private readonly SortedSet<string> _dropped = new(StringComparer.Ordinal);
    private bool _disagreementIsTold;

    /// <summary>Reads a site.</summary>
    /// <param name="site">The JSON object.</param>
    /// <param name="number">Its place, from 1.</param>
    /// <exception cref="UnreadableException">It cannot be read.</exception>
    public Site Read(JsonElement site, int number)
    {
        if (site.ValueKind != JsonValueKind.Object) throw new UnreadableException(line, $"Site {number} is not a JSON object.");
        JsonElement properties = site.TryGetProperty("properties", out JsonElement own) && own.ValueKind == JsonValueKind.Object ? own : default;
        var made = new Site(ReadSpecies(site, number), default, default)
        {
            Label = site.TryGetProperty("label", out JsonElement label) && label.ValueKind == JsonValueKind.String ? label.GetString() : null,
            Moment = Moment(site, properties, number),
        };
        if (properties.ValueKind == JsonValueKind.Object)
            _dropped.UnionWith(properties.EnumerateObject().Where(item => item.Name != "magmom" && item.Value.ValueKind != JsonValueKind.Null).Select(item => item.Name));
        return Place(made, site, number);
    }

    /// <summary>Warns of the properties of sites that a <see cref="Structure"/> has no place for.</summary>
    public void WarnOfDropped()
    {
        if (_dropped.Count > 0) warnings.Add($"Properties of the sites other than their moments were left out: {string.Join(", ", _dropped)}.");
    }

    private Site Place(Site made, JsonElement site, int number)
    {
        Vector3D position = default, fractional = default;
        bool hasPosition = site.TryGetProperty("xyz", out JsonElement xyz) && PymatgenJson.TryVector(xyz, out position);
        if (lattice is null || !site.TryGetProperty("abc", out JsonElement abc) || !PymatgenJson.TryVector(abc, out fractional))
        {
            return hasPosition
                ? Fields.Placed(made, position, lattice, line)
                : throw new UnreadableException(line, $"Site {number} has no coordinates: {(lattice is null ? "'xyz'" : "'abc' or 'xyz'")} must be three numbers.");
        }
        Site placed = Fields.Placed(made, lattice.ToCartesian(fractional), fractional, lattice, line);
        if (hasPosition) CheckAgreement(placed, position, number);
        return placed;
    }

    private void CheckAgreement(Site placed, Vector3D position, int number)
    {
        double apart = (position - placed.Cartesian).Length;
        if (_disagreementIsTold || apart <= NotableDistance) return;
        warnings.Add(FormattableString.Invariant($"The coordinates 'abc' and 'xyz' of site {number} are {apart:0.###} Å apart; 'abc' was used."));
        _disagreementIsTold = true;
    }

    private ImmutableArray<Species> ReadSpecies(JsonElement site, int number)
    {
        if (!site.TryGetProperty("species", out JsonElement list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            throw new UnreadableException(line, $"Site {number} has no 'species'.");
        var species = ImmutableArray.CreateBuilder<Species>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            string symbol = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("element", out JsonElement name) ? name.ToString() : "";
            if (!Fields.TryElement(symbol, out Element element))
                throw new UnreadableException(line, $"Site {number}: there is no element '{symbol}'; a site that holds no atom must be removed.");
            double occupancy = PymatgenJson.Number(item, "occu") ?? 1;
            if (!(occupancy >= StructureBounds.LeastOccupancy && occupancy <= 1 + 1e-6))
                throw new UnreadableException(line, $"Site {number}: the occupancy of {element} must be above 0 and at most 1.");
            species.Add(new Species(element, Math.Min(occupancy, 1), PymatgenJson.Number(item, "oxidation_state")));
        }
        if (species.Sum(s => s.Occupancy) > 1 + 1e-3) throw new UnreadableException(line, $"Site {number}: the occupancies add up to more than 1.");
        return species.ToImmutable();
    }

    private Vector3D? Moment(JsonElement site, JsonElement properties, int number)
    {
        Vector3D? moment = properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("magmom", out JsonElement magmom)
            && magmom.ValueKind != JsonValueKind.Null
            ? PymatgenMoment.Read(magmom) ?? throw new UnreadableException(line, $"Site {number}: the 'magmom' is neither a number nor three.")
            : PymatgenMoment.OfSpins(site.GetProperty("species"));
        return moment is { } found ? Fields.Moment(found, line) : null;
    }
}
