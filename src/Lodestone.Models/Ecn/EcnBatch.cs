using static TorchSharp.torch;

namespace Lodestone.Models.Ecn;

/// <summary>What all layers read of a batch besides the features of its atoms.</summary>
/// <param name="Bonds">Edges between bonded atoms.</param>
/// <param name="BondLengths">Features of their lengths: [bonds, edge features].</param>
/// <param name="Copies">Edges between copies of an atom.</param>
/// <param name="CopyLengths">Features of their lengths: [copies, edge features].</param>
internal sealed record EcnBatch(EcnEdgeTensors Bonds, Tensor BondLengths, EcnEdgeTensors Copies, Tensor CopyLengths);
