namespace Lodestone.Data.Descriptors;

/// <summary>A number that describes a material.</summary>
/// <param name="Name">Its name: letters, digits and underscores, with the unit at the end where it has one.</param>
/// <param name="Unit">Its unit; empty for a pure number.</param>
/// <param name="Meaning">What it is, in one line.</param>
/// <param name="Source">Where its definition or its data were published.</param>
public sealed record Descriptor(string Name, string Unit, string Meaning, string Source);
