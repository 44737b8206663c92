namespace Lodestone.Models.Selection;

/// <summary>A selected descriptor.</summary>
/// <param name="Descriptor">Its name.</param>
/// <param name="Importance">How much the error grows when its numbers are shuffled between held-out rows.</param>
public sealed record SelectedDescriptor(string Descriptor, double Importance);
