namespace Lodestone.Models.Cgcnn.Import;

/// <summary>A pickled object is malformed or asks for what is refused. The message is a clause that completes "the file …".</summary>
/// <param name="reason">The clause, such as <c>ends in the middle of its data</c>.</param>
internal sealed class PickleException(string reason) : Exception(reason)
{
    /// <summary>The data do not follow the format.</summary>
    public static PickleException Malformed(string detail) => new($"holds malformed data ({detail})");
}
