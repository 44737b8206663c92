using System.Text.Json;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats;

/// <summary>Builds a structure from a JSON object with <c>lattice</c> and <c>sites</c>.</summary>
internal sealed class PymatgenStructure(JsonElement body, int? line, ReadLimits limits)
{
    private static readonly string[] Parameters = ["a", "b", "c", "alpha", "beta", "gamma"];
    private const double LengthTolerance = 0.01;

    private readonly List<string> _warnings = [];

    /// <summary>Reads the structure.</summary>
    /// <exception cref="UnreadableException">It cannot be read.</exception>
    public Structure Read()
    {
        if (!body.TryGetProperty("sites", out JsonElement sites) || sites.ValueKind != JsonValueKind.Array)
            throw new UnreadableException(line, "The object has no 'sites': it is not a structure of pymatgen's as_dict().");
        if (sites.GetArrayLength() == 0) throw new UnreadableException(line, "The structure has no sites.");
        if (sites.GetArrayLength() > limits.Sites) throw new UnreadableException(line, limits.TooManySites(sites.GetArrayLength()));
        Lattice? lattice = body.TryGetProperty("lattice", out JsonElement cell) && cell.ValueKind == JsonValueKind.Object ? Cell(cell) : null;
        var reader = new PymatgenSites(lattice, line, _warnings);
        Site[] read = [.. sites.EnumerateArray().Select((site, i) => reader.Read(site, i + 1))];
        reader.WarnOfDropped();
        if (PymatgenJson.Number(body, "charge") is { } charge && charge != 0)
            _warnings.Add(FormattableString.Invariant($"The structure has a net charge of {charge:g6}; it was kept as the property 'charge' only."));
        return OverlapCheck.Apply(new Structure(lattice, [.. read], [.. _warnings]), line);
    }

    private Lattice? Cell(JsonElement cell)
    {
        bool[] periodic = cell.TryGetProperty("pbc", out JsonElement pbc) && pbc.ValueKind == JsonValueKind.Array
            ? [.. pbc.EnumerateArray().Select(flag => flag.ValueKind == JsonValueKind.True)]
            : [];
        if (!Periodicity.IsCrystal(periodic, _warnings)) return null;
        double?[] parameters = [.. Parameters.Select(key => PymatgenJson.Number(cell, key))];
        if (!cell.TryGetProperty("matrix", out JsonElement matrix)) return FromParameters(parameters);
        if (matrix.ValueKind != JsonValueKind.Array || matrix.GetArrayLength() != 3 || !PymatgenJson.TryVector(matrix[0], out Vector3D a)
            || !PymatgenJson.TryVector(matrix[1], out Vector3D b) || !PymatgenJson.TryVector(matrix[2], out Vector3D c))
            throw new UnreadableException(line, "The 'matrix' of the lattice is not three vectors of three numbers.");
        Lattice lattice = Fields.Lattice(new Matrix3D(a, b, c), line);
        (double A, double B, double C) lengths = lattice.Lengths;
        if (Differs(parameters[0], lengths.A) || Differs(parameters[1], lengths.B) || Differs(parameters[2], lengths.C))
            _warnings.Add("The 'matrix' of the lattice and its lengths 'a', 'b', 'c' do not agree; the matrix was used.");
        return lattice;
    }

    private Lattice FromParameters(double?[] parameters)
    {
        double[] values = [.. parameters.Select(value => value ?? double.NaN)];
        Lattice lattice;
        try
        {
            lattice = Lattice.FromParameters(values[0], values[1], values[2], values[3], values[4], values[5]);
        }
        catch (ArgumentException)
        {
            throw new UnreadableException(line, "The lattice has neither a 'matrix' of three vectors nor lengths and angles that make a cell.");
        }
        UnreadableException.ThrowIf(StructureBounds.FaultOf(lattice), line);
        return lattice;
    }

    private static bool Differs(double? given, double length) => given is { } value && !(Math.Abs(value - length) <= LengthTolerance * length);
}
