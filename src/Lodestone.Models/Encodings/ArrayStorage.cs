using System.Runtime.InteropServices;

namespace Lodestone.Models.Encodings;

/// <summary>Arrays of numbers as bytes: their length, then their numbers as they are in memory.</summary>
internal static class ArrayStorage
{
    /// <summary>Writes an array, or that there is none.</summary>
    public static void WriteArray<T>(this BinaryWriter writer, T[]? array)
        where T : unmanaged
    {
        writer.Write(array?.Length ?? -1);
        if (array is not null) writer.Write(MemoryMarshal.AsBytes(array.AsSpan()));
    }

    /// <summary>Reads an array that may be missing.</summary>
    public static T[]? ReadOptionalArray<T>(this BinaryReader reader)
        where T : unmanaged
    {
        int length = reader.ReadInt32();
        if (length < 0) return null;
        var array = new T[length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }

    /// <summary>Reads an array.</summary>
    public static T[] ReadArray<T>(this BinaryReader reader)
        where T : unmanaged => reader.ReadOptionalArray<T>()!;
}
