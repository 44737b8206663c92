using Lodestone.Learning;

namespace Lodestone.Models.Encodings;

/// <summary>An encoder whose results can be kept on disk.</summary>
/// <typeparam name="TBatch">What it makes.</typeparam>
public interface IStorableEncoder<TBatch> : IEncoder<TBatch>
{
    /// <summary>Its kind, and every option on which its results depend, as text.</summary>
    string Identity { get; }

    /// <summary>The properties of a material that it reads beside the structure.</summary>
    IReadOnlyList<string> Properties { get; }

    /// <summary>Writes the encoding of one material.</summary>
    void Write(TBatch sample, BinaryWriter writer);

    /// <summary>Reads what <see cref="Write"/> wrote, equal to the bit.</summary>
    TBatch Read(BinaryReader reader);
}
