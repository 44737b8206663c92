namespace Lodestone.Models.Cgcnn.Import;

/// <summary>A name that a pickled object refers to, such as <c>collections.OrderedDict</c>. Only a name: nothing is ever loaded or run.</summary>
/// <param name="Module">Python module.</param>
/// <param name="Name">Name in the module.</param>
internal sealed record PickleGlobal(string Module, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Module}.{Name}";
}
