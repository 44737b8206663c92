using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Learning.Metrics;
using Lodestone.Matter;
using Lodestone.Models.Catalog;

namespace Lodestone.Models.Cgcnn.Import;

/// <summary>Makes model files of the published CGCNN weights (Xie and Grossman, Phys. Rev. Lett. 120, 145301 (2018)).</summary>
public static class CgcnnImport
{
    private const string CheckpointExtension = ".pth.tar";

    /// <summary>Imports a checkpoint.</summary>
    /// <param name="path">The <c>.pth.tar</c> file. Nothing in it is run.</param>
    /// <param name="atomFeatures">Path of <c>atom_init.json</c>, the atom features that the weights were trained with; null: looked for beside the
    /// checkpoint, in the folders beside it and in those above it. The model file does not need it any more.</param>
    /// <exception cref="InputException">A file cannot be read, is damaged, is no CGCNN checkpoint, or asks for more than plain data.</exception>
    public static ModelFile ToModelFile(string path, string? atomFeatures = null)
    {
        PublishedCgcnn published = PublishedCgcnn.Read(path);
        var weights = new CgcnnWeights(published.State, path);
        Target target = PublishedTargets.Of(published.Arguments, Name(path));
        if (weights.Outputs != (target.IsClass ? 2 : 1))
            throw new InputException($"{path} cannot be imported: it has {weights.Outputs} outputs; Lodestone imports one number or two classes.");
        if (!(published.Deviation > 0))
            throw new InputException($"{path} cannot be imported: the standard deviation of its normalizer is not positive.");

        SortedDictionary<int, double[]> features = AtomFeatureTable.Read(atomFeatures ?? AtomFeatureTable.Find(path), weights.AtomFeatures);
        using var network = new CgcnnNetwork(weights.Options, outputs: 1);
        weights.CopyTo(network, features);
        return new ModelFile(Describe(path, published, weights.Options, target, features.Keys), ModuleTensors.Save(network, ModelFile.MemberPrefix(0)));
    }

    private static ModelDescription Describe(
        string path, PublishedCgcnn published, CgcnnOptions options, Target target, IEnumerable<int> elements) => new()
        {
            Name = Name(path),
            Architecture = "cgcnn",
            Options = OptionSet.Format(options),
            Targets = [new TargetDescription(target, new Scaler(published.Mean, published.Deviation))],
            Elements = [.. elements.Select(number => new Element(number).Symbol)],
            Structures = StructureKind.Crystals,
            Training = new TrainingProvenance
            {
                Data = published.Arguments["data_options"] is JsonArray { Count: > 0 } data ? Path.GetFileName(data[0]?.ToString()) : null,
                TrainingRows = (int?)Integer(published, "train_size"),
                ValidationRows = (int?)Integer(published, "val_size"),
                Epochs = (int?)published.Epoch,
            },
            Measurements = Measurements(published, target),
            Notes = "Weights published with CGCNN (T. Xie and J. C. Grossman, Phys. Rev. Lett. 120, 145301 (2018)); its intervals are not calibrated."
                + " Where an atom has fewer than 12 neighbours within 8 Å, the published code adds edges of 9 Å to the first atom of the crystal; Lodestone does not.",
        };

    private static ImmutableArray<Measurement> Measurements(PublishedCgcnn published, Target target)
    {
        if (published.BestError is not { } best || Integer(published, "val_size") is not { } rows) return [];
        const string data = "validation rows of the published training, by its authors";
        return
        [
            target.IsClass
                ? new Measurement(data, target.Name, Classification: new ClassMetrics { Count = (int)rows, Auc = best })
                : new Measurement(data, target.Name, new RegressionMetrics { Count = (int)rows, MeanAbsoluteError = best }),
        ];
    }

    private static long? Integer(PublishedCgcnn published, string argument) =>
        published.Arguments[argument] is JsonValue value && value.TryGetValue(out long number) ? number : null;

    private static string Name(string path)
    {
        string file = Path.GetFileName(path);
        return file.EndsWith(CheckpointExtension, StringComparison.Ordinal) ? file[..^CheckpointExtension.Length] : Path.GetFileNameWithoutExtension(file);
    }
}
