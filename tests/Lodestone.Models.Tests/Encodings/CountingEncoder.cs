using Lodestone.Data;
using Lodestone.Models.Encodings;

namespace Lodestone.Models.Tests.Encodings;

/// <summary>Counts how often it encodes.</summary>
internal sealed class CountingEncoder<TBatch>(IStorableEncoder<TBatch> encoder) : IStorableEncoder<TBatch>
{
    private int _encoded;

    public int Encoded => _encoded;

    public string Identity => encoder.Identity;

    public IReadOnlyList<string> Properties => encoder.Properties;

    public TBatch Encode(Material material)
    {
        Interlocked.Increment(ref _encoded);
        return encoder.Encode(material);
    }

    public TBatch Join(IReadOnlyList<TBatch> samples) => encoder.Join(samples);

    public void Write(TBatch sample, BinaryWriter writer) => encoder.Write(sample, writer);

    public TBatch Read(BinaryReader reader) => encoder.Read(reader);
}
