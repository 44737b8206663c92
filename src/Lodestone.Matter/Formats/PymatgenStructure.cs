using System.Collections.Immutable;
using System.Text.Json;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats;

/// <summary>Builds a structure from a JSON object with <c>lattice</c> and <c>sites</c>.</summary>
internal static class PymatgenStructure
{
    public static Structure Read(JsonElement body, int? line, ReadLimits limits)
    {
        if (!body.TryGetProperty("sites", out JsonElement sites) || sites.ValueKind != JsonValueKind.Array)
            throw new UnreadableException(line, "The object has no 'sites': it is not a structure of pymatgen's as_dict().");
        if (sites.GetArrayLength() == 0) throw new UnreadableException(line, "The structure has no sites.");
        if (sites.GetArrayLength() > limits.Sites) throw new UnreadableException(line, limits.TooManySites(sites.GetArrayLength()));
        Lattice? lattice = body.TryGetProperty("lattice", out JsonElement cell) && cell.ValueKind == JsonValueKind.Object ? Cell(cell, line) : null;
        return OverlapCheck.Apply(new Structure(lattice, [.. sites.EnumerateArray().Select((site, i) => Site(site, i + 1, lattice, line))]), line);
    }

    private static Lattice Cell(JsonElement cell, int? line)
    {
        if (cell.TryGetProperty("matrix", out JsonElement matrix) && matrix.ValueKind == JsonValueKind.Array && matrix.GetArrayLength() == 3
            && TryVector(matrix[0], out Vector3D a) && TryVector(matrix[1], out Vector3D b) && TryVector(matrix[2], out Vector3D c))
            return Fields.Lattice(new Matrix3D(a, b, c), line);
        double[] parameters = [.. new[] { "a", "b", "c", "alpha", "beta", "gamma" }.Select(key => Number(cell, key) ?? double.NaN)];
        try
        {
            return Lattice.FromParameters(parameters[0], parameters[1], parameters[2], parameters[3], parameters[4], parameters[5]);
        }
        catch (ArgumentException)
        {
            throw new UnreadableException(line, "The lattice has neither a 'matrix' of three vectors nor lengths and angles that make a cell.");
        }
    }

    private static Site Site(JsonElement site, int number, Lattice? lattice, int? line)
    {
        if (site.ValueKind != JsonValueKind.Object) throw new UnreadableException(line, $"Site {number} is not a JSON object.");
        ImmutableArray<Species> species = Species(site, number, line);
        JsonElement properties = site.TryGetProperty("properties", out JsonElement own) ? own : default;
        var made = new Site(species, default, default)
        {
            Label = site.TryGetProperty("label", out JsonElement label) && label.ValueKind == JsonValueKind.String ? label.GetString() : null,
            Moment = Moment(properties),
        };
        if (lattice is not null && site.TryGetProperty("abc", out JsonElement abc) && TryVector(abc, out Vector3D fractional))
            return made.At(fractional, lattice);
        if (!site.TryGetProperty("xyz", out JsonElement xyz) || !TryVector(xyz, out Vector3D position))
            throw new UnreadableException(line, $"Site {number} has no coordinates: {(lattice is null ? "'xyz'" : "'abc' or 'xyz'")} must be three numbers.");
        return made with { Cartesian = position, Fractional = lattice?.ToFractional(position) ?? position };
    }

    private static ImmutableArray<Species> Species(JsonElement site, int number, int? line)
    {
        if (!site.TryGetProperty("species", out JsonElement list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            throw new UnreadableException(line, $"Site {number} has no 'species'.");
        var species = ImmutableArray.CreateBuilder<Species>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            string symbol = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("element", out JsonElement name) ? name.ToString() : "";
            if (!Fields.TryElement(symbol, out Element element))
                throw new UnreadableException(line, $"Site {number}: there is no element '{symbol}'.");
            double occupancy = Number(item, "occu") ?? 1;
            if (!(occupancy > 0 && occupancy <= 1 + 1e-6))
                throw new UnreadableException(line, $"Site {number}: the occupancy of {element} must be above 0 and at most 1.");
            species.Add(new Species(element, Math.Min(occupancy, 1), Number(item, "oxidation_state")));
        }
        if (species.Sum(s => s.Occupancy) > 1 + 1e-3) throw new UnreadableException(line, $"Site {number}: the occupancies add up to more than 1.");
        return species.ToImmutable();
    }

    private static Vector3D? Moment(JsonElement properties)
    {
        if (properties.ValueKind != JsonValueKind.Object || !properties.TryGetProperty("magmom", out JsonElement moment)) return null;
        if (moment.ValueKind == JsonValueKind.Object && moment.TryGetProperty("moment", out JsonElement inner)) moment = inner;
        if (TryVector(moment, out Vector3D vector)) return vector;
        return moment.ValueKind == JsonValueKind.Number ? new Vector3D(0, 0, moment.GetDouble()) : null;
    }

    private static double? Number(JsonElement item, string key) =>
        item.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble())
            ? value.GetDouble()
            : null;

    private static bool TryVector(JsonElement array, out Vector3D vector)
    {
        vector = default;
        if (array.ValueKind != JsonValueKind.Array || array.GetArrayLength() != 3) return false;
        if (array.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Number)) return false;
        vector = new Vector3D(array[0].GetDouble(), array[1].GetDouble(), array[2].GetDouble());
        return vector.IsFinite;
    }
}
