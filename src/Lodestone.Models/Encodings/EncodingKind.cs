using System.Globalization;
using Lodestone.Data;
using Lodestone.Matter;
using Lodestone.Symmetry;

namespace Lodestone.Models.Encodings;

/// <summary>What encodings depend on beside the material: the encoder, its options, and the code that runs.</summary>
internal static class EncodingKind
{
    /// <summary>The versions of the assemblies that take part, and of .NET, whose mathematical functions may change. A compiler gives an
    /// assembly another version id whenever its source changes.</summary>
    public static string Code { get; } = string.Join(' ',
    [
        .. new[] { typeof(Structure), typeof(Material), typeof(FiniteGroup), typeof(EncodingKind) }.Select(type => type.Module.ModuleVersionId.ToString()),
        Environment.Version.ToString(),
    ]);

    /// <summary>The kind of an encoder as 16 hexadecimal digits.</summary>
    public static string Of<TBatch>(IStorableEncoder<TBatch> encoder) => Of(encoder, Code);

    /// <summary>The kind of an encoder, made by other code.</summary>
    internal static string Of<TBatch>(IStorableEncoder<TBatch> encoder, string code) =>
        Digits(MaterialDigest.Of($"{code} {string.Join(' ', encoder.Properties)} {encoder.Identity}"));

    /// <summary>The first 16 hexadecimal digits of a digest.</summary>
    public static string Digits(UInt128 digest) => ((ulong)(digest >> 64)).ToString("x16", CultureInfo.InvariantCulture);
}
