using Lodestone.Learning.Files;

namespace Lodestone.Models.Catalog;

/// <summary>A model that ships with the program: a folder with the weights and a card.</summary>
/// <param name="Name">Its name on the command line: the name of its folder.</param>
/// <param name="Path">Its model file.</param>
/// <param name="CardPath">Its card, a Markdown file.</param>
public sealed record ShippedModel(string Name, string Path, string CardPath)
{
    /// <summary>Finds the models in a folder, ordered by name; none where there is no such folder.</summary>
    internal static IReadOnlyList<ShippedModel> FindAll(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateDirectories(folder)
            .Select(directory => System.IO.Path.GetFileName(directory))
            .Order(StringComparer.Ordinal)
            .Select(name => new ShippedModel(
                name,
                System.IO.Path.Combine(folder, name, name + ModelFile.Extension),
                System.IO.Path.Combine(folder, name, "README.md")))
            .Where(model => File.Exists(model.Path)),
    ];
}
