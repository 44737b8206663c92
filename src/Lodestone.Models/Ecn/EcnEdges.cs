using Lodestone.Models.Encodings;

namespace Lodestone.Models.Ecn;

/// <summary>
/// Edges along which messages run, in flat arrays. Each is read in one class of cells or more, with weights that sum to one: in several where the
/// cell of one end relative to the other is a matter of description.
/// </summary>
public sealed class EcnEdges
{
    /// <summary>The atom that receives: [edges].</summary>
    public required int[] Receiver { get; init; }

    /// <summary>The atom that sends: [edges].</summary>
    public required int[] Sender { get; init; }

    /// <summary>Length, Å: [edges].</summary>
    public required float[] Distance { get; init; }

    /// <summary>The edge of each reading: [readings].</summary>
    public required int[] ReadEdge { get; init; }

    /// <summary>The class of each reading: [readings].</summary>
    public required int[] ReadClass { get; init; }

    /// <summary>The weight of each reading: [readings].</summary>
    public required float[] ReadWeight { get; init; }

    /// <summary>Joins edges of several crystals.</summary>
    /// <param name="parts">The edges of each crystal.</param>
    /// <param name="atoms">Number of atoms of each crystal.</param>
    public static EcnEdges Join(IReadOnlyList<EcnEdges> parts, IReadOnlyList<int> atoms)
    {
        int[] firstAtom = Starts(atoms), firstEdge = Starts([.. parts.Select(part => part.Receiver.Length)]);
        return new EcnEdges
        {
            Receiver = [.. parts.SelectMany((part, i) => part.Receiver.Select(atom => atom + firstAtom[i]))],
            Sender = [.. parts.SelectMany((part, i) => part.Sender.Select(atom => atom + firstAtom[i]))],
            Distance = [.. parts.SelectMany(part => part.Distance)],
            ReadEdge = [.. parts.SelectMany((part, i) => part.ReadEdge.Select(edge => edge + firstEdge[i]))],
            ReadClass = [.. parts.SelectMany(part => part.ReadClass)],
            ReadWeight = [.. parts.SelectMany(part => part.ReadWeight)],
        };
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static EcnEdges Read(BinaryReader reader) => new()
    {
        Receiver = reader.ReadArray<int>(),
        Sender = reader.ReadArray<int>(),
        Distance = reader.ReadArray<float>(),
        ReadEdge = reader.ReadArray<int>(),
        ReadClass = reader.ReadArray<int>(),
        ReadWeight = reader.ReadArray<float>(),
    };

    /// <summary>Writes the edges.</summary>
    internal void Write(BinaryWriter writer)
    {
        writer.WriteArray(Receiver);
        writer.WriteArray(Sender);
        writer.WriteArray(Distance);
        writer.WriteArray(ReadEdge);
        writer.WriteArray(ReadClass);
        writer.WriteArray(ReadWeight);
    }

    /// <summary>Where each of several parts begins, by their lengths.</summary>
    internal static int[] Starts(IReadOnlyList<int> counts)
    {
        var starts = new int[counts.Count];
        for (int i = 1; i < starts.Length; i++) starts[i] = starts[i - 1] + counts[i - 1];
        return starts;
    }
}
