using Lodestone.Learning;
using Lodestone.Learning.Files;

namespace Lodestone.App.Screening;

/// <summary>A model with the name by which the user asked for it.</summary>
/// <param name="Name">The name of a shipped model, or a path.</param>
/// <param name="Model">The model.</param>
/// <param name="File">The file that it was made from.</param>
public sealed record NamedModel(string Name, IPropertyModel Model, ModelFile File);
