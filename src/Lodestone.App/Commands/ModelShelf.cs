using Lodestone.App.Screening;
using Lodestone.Learning.Files;
using Lodestone.Models;

namespace Lodestone.App.Commands;

/// <summary>The models that a command uses, opened by the names that the user gave.</summary>
internal sealed class ModelShelf : IDisposable
{
    private ModelShelf(IReadOnlyList<NamedModel> models) => Models = models;

    /// <summary>The models, in the order given.</summary>
    public IReadOnlyList<NamedModel> Models { get; }

    /// <summary>Opens models.</summary>
    /// <param name="names">Names of shipped models, or paths.</param>
    /// <exception cref="Matter.InputException">A model is not there or cannot be used.</exception>
    public static ModelShelf Open(IEnumerable<string> names)
    {
        var models = new List<NamedModel>();
        try
        {
            foreach (string name in names.Distinct())
            {
                ModelFile file = ModelCatalog.Open(name);
                models.Add(new NamedModel(name, ModelCatalog.Load(file, name), file));
            }
            return new ModelShelf(models);
        }
        catch
        {
            foreach (NamedModel model in models)
                model.Model.Dispose();
            throw;
        }
    }

    /// <summary>Frees the models.</summary>
    public void Dispose()
    {
        foreach (NamedModel model in Models)
            model.Model.Dispose();
    }
}
