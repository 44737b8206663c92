using System.Text;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models.Cgcnn.Import;
using Lodestone.Models.Recipes;
using Lodestone.Models.Tests.Cgcnn.Import;
using Lodestone.Testing;

namespace Lodestone.Models.Tests;

/// <summary>Broken recipes, published weights and descriptions of shipped models are refused with a sentence.</summary>
public sealed class MutantTests
{
    private const string Recipe = """
        # a comment
        name: gap
        data: table.csv
        split: { by: formula, validation: 0.1, test: 0.2 }
        targets:
          - { name: band_gap_eV, head: laplace, minimum: 0, weight: 1.5 }
        auxiliary: [{ name: other }]
        architecture: egnn
        options: { layers: 3, feature_length: 16 }
        members: 2
        seed: 7
        training:
          epochs: 5
          optimizer: { name: adam_w, learning_rate: 0.003 }
          schedule: { name: step, milestones: [2, 4] }
          keep: best
        measure: [{ name: test rows }, { name: others, data: others.csv, columns: { band_gap_eV: gap } }]
        crossval: { folds: 3, by: chemsys }
        variants: [[name=a, layers=2], [name=b]]
        notes: "some text"
        """;

    [Fact]
    public void Recipes_are_read_or_refused() => Mutants.Read("recipe", [Encoding.UTF8.GetBytes(Recipe)], file =>
        Refused(() => RecipeFile.Parse(Encoding.UTF8.GetString(file), "x", [])));

    [Fact]
    public void Published_weights_are_read_or_refused() => Mutants.Read(
        "pickle",
        [
            PickleBuilder.TorchFile(
                p => p.Do(PickleOpcode.Mark).Tensor("7", 6, 0, [2, 2], [2, 1]).Tensor("7", 6, 4, [2], [1]).Text("a text").Integer(3).Do(PickleOpcode.Tuple),
                ("7", [1, 2, 3, 4, 5, 6])),
        ],
        file => Refused(() => PublishedCgcnn.Parse(file, "x")));

    /// <summary>Descriptions that are still JSON of a model may ask for anything; loading refuses what the weights do not have.</summary>
    [Fact]
    public void Models_are_loaded_or_refused()
    {
        ModelFile model = ModelCatalog.Open(Path.Combine(Repository.Root, "models", "magnetic-order", "magnetic-order.lodestone"));
        Mutants.Read("model to load", [Encoding.UTF8.GetBytes((model.Description with { Training = null, Notes = null, Measurements = [] }).ToJson())], json => Refused(() =>
        {
            try
            {
                using IPropertyModel loaded = ModelCatalog.Load(model with { Description = ModelDescription.FromJson(Encoding.UTF8.GetString(json)) }, "x");
                loaded.PredictEach([new Material("iron", Composition.Parse("Fe"), null)]);
            }
            catch (System.Text.Json.JsonException)
            {
                // What ModelFile turns into a sentence.
            }
        }), most: 300);
    }

    private static void Refused(Action read)
    {
        try
        {
            read();
        }
        catch (InputException)
        {
            // One sentence for the user.
        }
    }
}
