using System.Text;
using System.Text.Json;
using Lodestone.Learning.Files;
using Lodestone.Matter;

namespace Lodestone.Models.Catalog;

/// <summary>Keeps a model inside the file of another: its tensors under a prefix, and its description as one more tensor of bytes.</summary>
internal static class NestedModel
{
    private const string DescriptionName = "description";

    /// <summary>The tensors of the outer file that hold a model.</summary>
    /// <param name="prefix">What stands before their names.</param>
    /// <param name="model">The model.</param>
    public static IEnumerable<NamedTensor> Save(string prefix, ModelFile model)
    {
        byte[] description = Encoding.UTF8.GetBytes(model.Description.ToJson());
        return model.Tensors.Values.Select(tensor => tensor.Rename(prefix + tensor.Name))
            .Append(new NamedTensor(prefix + DescriptionName, DType.U8, [description.Length], description));
    }

    /// <summary>The model under a prefix.</summary>
    /// <param name="file">The outer file.</param>
    /// <param name="prefix">What stands before the names of the tensors of the model.</param>
    /// <param name="source">How messages name the file.</param>
    /// <exception cref="InputException">There is no such model in the file.</exception>
    public static ModelFile Load(ModelFile file, string prefix, string source)
    {
        try
        {
            ModelDescription description = file.Tensors.TryGetValue(prefix + DescriptionName, out NamedTensor? text)
                ? ModelDescription.FromJson(Encoding.UTF8.GetString(text.Data.Span))
                : throw new InputException($"{source} lacks the tensor '{prefix}{DescriptionName}' of its architecture.");
            return new ModelFile(description, file.Tensors.Values
                .Where(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal) && tensor != text)
                .Select(tensor => tensor.Rename(tensor.Name[prefix.Length..])));
        }
        catch (JsonException e)
        {
            throw new InputException($"{source} cannot be used: the description of its part '{prefix}' is malformed; train the model again.", e);
        }
    }
}
