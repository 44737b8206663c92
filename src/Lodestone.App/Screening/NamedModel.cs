using System.Security.Cryptography;
using Lodestone.Learning;
using Lodestone.Learning.Files;

namespace Lodestone.App.Screening;

/// <summary>A model with the name by which the user asked for it.</summary>
/// <param name="Name">The name of a shipped model, or a path.</param>
/// <param name="Model">The model.</param>
/// <param name="File">The file that it was made from.</param>
public sealed record NamedModel(string Name, IPropertyModel Model, ModelFile File)
{
    /// <summary>SHA-256 of the model file, which tells this very model from every other.</summary>
    public string Fingerprint => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(File.ToBytes()))}";
}
