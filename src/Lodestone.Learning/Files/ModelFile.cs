using System.Security.Cryptography;
using System.Text.Json;
using Lodestone.Matter;

namespace Lodestone.Learning.Files;

/// <summary>
/// A model in one file: what it is and its weights. The file is a safetensors file; its <c>__metadata__</c> holds <c>format</c> (lodestone),
/// <c>version</c>, <c>model</c> (the description as JSON) and <c>sha256</c>, the digest of the whole file with the digits of the digest itself
/// set to zero. The same model always makes the same bytes.
/// </summary>
/// <param name="Description">What the model is.</param>
/// <param name="Tensors">Weights by name; those of member i are named <c>member{i}/…</c>.</param>
public sealed record ModelFile(ModelDescription Description, IReadOnlyDictionary<string, NamedTensor> Tensors)
{
    /// <summary>Usual extension of model files.</summary>
    public const string Extension = ".lodestone";

    /// <summary>The version of the format that this library writes and reads.</summary>
    public const string Version = "1";

    private const string Format = "lodestone";

    /// <summary>Makes a model file of tensors.</summary>
    /// <exception cref="ArgumentException">Two tensors have the same name.</exception>
    public ModelFile(ModelDescription description, IEnumerable<NamedTensor> tensors)
        : this(description, tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal))
    {
    }

    /// <summary>What stands before the names of the tensors of a member.</summary>
    public static string MemberPrefix(int member) => FormattableString.Invariant($"member{member}/");

    /// <summary>The bytes of the file.</summary>
    public byte[] ToBytes()
    {
        byte[] file = new SafeTensors(Tensors.Values, new Dictionary<string, string>
        {
            ["format"] = Format,
            ["version"] = Version,
            ["model"] = Description.ToJson(),
            [FileDigest.Key] = FileDigest.Blank,
        }).ToBytes();
        FileDigest.Seal(file);
        return file;
    }

    /// <summary>What tells this very model from every other: the SHA-256 of its bytes.</summary>
    public string Fingerprint() => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(ToBytes()))}";

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Save(string path)
    {
        byte[] file = ToBytes();
        AtomicFile.Write(path, stream => stream.Write(file));
    }

    /// <summary>Reads a model file as a whole and checks every byte of it.</summary>
    /// <exception cref="InputException">There is no such file, or it is damaged, foreign or of a later version; the message says which.</exception>
    public static ModelFile Load(string path) => Parse(WholeFile.Read(path), path);

    /// <summary>Reads the bytes of a model file; its tensors keep them.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="source">How messages name the file.</param>
    /// <exception cref="InputException">It is damaged, foreign or of a later version; the message says which.</exception>
    public static ModelFile Parse(byte[] file, string source)
    {
        if (file.Length == 0)
            throw new InputException($"{source} is empty; a Lodestone model file was expected.");
        bool? intact = FileDigest.Verify(file);
        if (intact == false) throw Damaged(file, source);

        SafeTensors content = ReadTensors(file, source);
        if (content.Metadata.GetValueOrDefault("format") != Format)
            throw new InputException($"{source} holds tensors but is not a Lodestone model file; 'lodestone model import' reads published weights.");
        if (intact is null)
            throw new InputException($"{source} is damaged: it lacks its checksum; copy or train it again.");
        if (content.Metadata.GetValueOrDefault("version") is not Version and var version)
            throw new InputException($"{source} was made by a newer version of Lodestone (format {version ?? "unknown"}); update Lodestone to use it.");
        try
        {
            return new ModelFile(ModelDescription.FromJson(content.Metadata.GetValueOrDefault("model") ?? ""), content.Tensors);
        }
        catch (JsonException e)
        {
            throw new InputException($"{source} cannot be used: its description of the model is incomplete or malformed; train or import it again.", e);
        }
    }

    private static SafeTensors ReadTensors(byte[] file, string source)
    {
        try
        {
            return SafeTensors.Parse(file, source);
        }
        catch (InputException e)
        {
            throw new InputException($"{source} is not a Lodestone model file, or only a piece of one; a file made by 'lodestone train' was expected.", e);
        }
    }

    private static InputException Damaged(byte[] file, string source)
    {
        const string Sentence = "is damaged: its checksum does not match";
        try
        {
            string? version = SafeTensors.Parse(file, source).Metadata.GetValueOrDefault("version");
            if (version is not (null or Version))
                return new InputException(
                    $"{source} was made by a newer version of Lodestone (format {version}), or it {Sentence}; update Lodestone, or copy the file again.");
        }
        catch (InputException)
        {
            // A damaged file need not be well-formed.
        }
        return new InputException($"{source} {Sentence}; copy it again, or train it again.");
    }
}
