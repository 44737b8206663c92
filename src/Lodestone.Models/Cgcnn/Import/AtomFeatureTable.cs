using System.Text.Json;
using Lodestone.Matter;

namespace Lodestone.Models.Cgcnn.Import;

/// <summary>
/// The numbers by which the published CGCNN code describes an element, from its file <c>atom_init.json</c>: <c>{"atomic number": [features]}</c>.
/// They are needed only to import weights; an imported model carries what it needs.
/// </summary>
internal static class AtomFeatureTable
{
    /// <summary>The usual name of the file.</summary>
    public const string FileName = "atom_init.json";

    /// <summary>Looks for the file beside a checkpoint, then in the folders beside it, then in the folders above it.</summary>
    /// <param name="checkpoint">Path of the checkpoint.</param>
    /// <exception cref="InputException">It is nowhere there.</exception>
    public static string Find(string checkpoint)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(checkpoint))!;
        IEnumerable<string> places = [folder, .. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal), .. Above(folder)];
        return places.Select(place => Path.Combine(place, FileName)).FirstOrDefault(File.Exists)
            ?? throw new InputException(
                $"The weights in {checkpoint} need the table of atom features that they were trained with; put its file {FileName}"
                + " (it comes with the published CGCNN code) beside them, or name it with --atom-features.");
    }

    /// <summary>Reads the file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="length">Number of features of an element that the weights ask for.</param>
    /// <returns>Features by element; an element that the file does not name is not there.</returns>
    /// <exception cref="InputException">It is no such file, or has another number of features.</exception>
    public static SortedDictionary<int, double[]> Read(string path, long length)
    {
        Dictionary<string, double[]?>? table;
        try
        {
            table = JsonSerializer.Deserialize<Dictionary<string, double[]?>>(Learning.Files.WholeFile.Read(path));
        }
        catch (JsonException e)
        {
            throw new InputException($"{path} is no table of atom features: it should be a JSON object of atomic numbers with lists of numbers.", e);
        }
        var features = new SortedDictionary<int, double[]>();
        foreach (var (key, values) in table ?? [])
        {
            if (!int.TryParse(key, out int number) || number is < 1 or > Element.Count)
                throw new InputException($"{path} is no table of atom features: '{key}' is no atomic number.");
            if (values?.Length != length)
                throw new InputException(
                    $"{path} has {values?.Length ?? 0} features for the atomic number {number}; the weights ask for {length}:"
                    + " it is not the table that they were trained with.");
            features[number] = values;
        }
        return features.Count > 0 ? features : throw new InputException($"{path} holds no atom features.");
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (string? above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
            yield return above;
    }
}
