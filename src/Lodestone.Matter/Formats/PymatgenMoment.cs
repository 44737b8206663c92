using System.Text.Json;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats;

/// <summary>Magnetic moments of sites, µB, as pymatgen writes them.</summary>
internal static class PymatgenMoment
{
    /// <summary>Reads a <c>magmom</c>: a number along z, a vector, or an object of the class Magmom, whose moment is given along its <c>saxis</c>.</summary>
    /// <returns>The moment, Cartesian; null where it is none of these.</returns>
    public static Vector3D? Read(JsonElement magmom)
    {
        if (magmom.ValueKind != JsonValueKind.Object) return Plain(magmom);
        if (!magmom.TryGetProperty("moment", out JsonElement inner) || Plain(inner) is not { } moment) return null;
        return magmom.TryGetProperty("saxis", out JsonElement axis) && PymatgenJson.TryVector(axis, out Vector3D spin) && spin.Length > 0
            ? moment * AxesAlong(spin)
            : moment;
    }

    /// <summary>The moment along z that the spins of the species, µB, add up to, by occupancies; null where no species has one.</summary>
    public static Vector3D? OfSpins(JsonElement species)
    {
        double sum = 0;
        bool any = false;
        foreach (JsonElement item in species.EnumerateArray())
        {
            double? spin = PymatgenJson.Number(item, "spin")
                ?? (item.TryGetProperty("properties", out JsonElement properties) ? PymatgenJson.Number(properties, "spin") : null);
            any |= spin is not null;
            sum += (spin ?? 0) * (PymatgenJson.Number(item, "occu") ?? 1);
        }
        return any ? new Vector3D(0, 0, sum) : null;
    }

    private static Vector3D? Plain(JsonElement moment)
    {
        if (PymatgenJson.TryVector(moment, out Vector3D vector)) return vector;
        return PymatgenJson.Number(moment) is { } size ? new Vector3D(0, 0, size) : null;
    }

    /// <summary>The axes x, y, z of spin space for a quantization axis, in rows: VASP's SAXIS, turned about z and then away from it.</summary>
    private static Matrix3D AxesAlong(Vector3D spin)
    {
        (double sinAlpha, double cosAlpha) = Math.SinCos(Math.Atan2(spin.Y, spin.X));
        (double sinBeta, double cosBeta) = Math.SinCos(Math.Atan2(Math.Sqrt(spin.X * spin.X + spin.Y * spin.Y), spin.Z));
        return new Matrix3D(
            new(cosBeta * cosAlpha, cosBeta * sinAlpha, -sinBeta), new(-sinAlpha, cosAlpha, 0), new(sinBeta * cosAlpha, sinBeta * sinAlpha, cosBeta));
    }
}
