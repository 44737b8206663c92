using System.Text.Json.Nodes;

namespace Lodestone.Models.Catalog;

/// <summary>One hyper-parameter of an architecture.</summary>
/// <param name="Name">Its name in recipes and on the command line.</param>
/// <param name="Value">The value that it has.</param>
/// <param name="Default">The value that it has when nothing is said.</param>
/// <param name="Meaning">One sentence: what it does, with its unit.</param>
public sealed record ArchitectureOption(string Name, JsonNode? Value, JsonNode? Default, string Meaning);
