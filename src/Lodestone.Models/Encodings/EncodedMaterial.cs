using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;

namespace Lodestone.Models.Encodings;

/// <summary>A material as a network reads it, or the reason why it cannot.</summary>
/// <param name="Sample">What the encoder made; nothing where it refused the material.</param>
/// <param name="Reason">One sentence: why it refused; null where it did not.</param>
/// <typeparam name="TBatch">What the encoder makes.</typeparam>
public readonly record struct EncodedMaterial<TBatch>(TBatch? Sample, string? Reason)
{
    /// <summary>Encodes a material.</summary>
    public static EncodedMaterial<TBatch> Of(IEncoder<TBatch> encoder, Material material)
    {
        try
        {
            return new EncodedMaterial<TBatch>(encoder.Encode(material), null);
        }
        catch (EncodingException e)
        {
            return new EncodedMaterial<TBatch>(default, e.Message);
        }
        catch (Exception e) when (Fault.IsOfOneEntry(e))
        {
            return new EncodedMaterial<TBatch>(default, Fault.Reason(e));
        }
    }

    /// <summary>Encodes materials on all cores, keeping the order.</summary>
    public static EncodedMaterial<TBatch>[] All(IEncoder<TBatch> encoder, IReadOnlyList<Material> materials, CancellationToken cancellation) =>
        [.. materials.AsParallel().AsOrdered().WithCancellation(cancellation).Select(material => Of(encoder, material))];
}
