using System.Text.Json;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats;

/// <summary>The numbers of pymatgen's JSON.</summary>
internal static class PymatgenJson
{
    /// <summary>A finite number of an object, or null.</summary>
    public static double? Number(JsonElement item, string key) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(key, out JsonElement value) ? Number(value) : null;

    /// <summary>A finite number, or null.</summary>
    public static double? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()) ? value.GetDouble() : null;

    /// <summary>Reads an array of three finite numbers.</summary>
    public static bool TryVector(JsonElement array, out Vector3D vector)
    {
        vector = default;
        if (array.ValueKind != JsonValueKind.Array || array.GetArrayLength() != 3) return false;
        if (Number(array[0]) is not { } x || Number(array[1]) is not { } y || Number(array[2]) is not { } z) return false;
        vector = new Vector3D(x, y, z);
        return true;
    }
}
