using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lodestone.Testing;

/// <summary>
/// Feeds broken versions of valid files to a reader: bytes, lines and words changed, lost, doubled or exchanged, numbers replaced by extreme ones, ends
/// cut off. The environment variables <c>LODESTONE_MUTANTS</c> and <c>LODESTONE_MUTANTS_SEED</c> set how many and which.
/// </summary>
internal static partial class Mutants
{
    private const int UsualCount = 2000;
    private const int MostChanges = 3;
    private const long MostBytes = 200L << 20;
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(1);

    private static readonly string[] ExtremeNumbers =
    [
        "0", "-0", "-1", "1", "1e308", "-1e308", "1e400", "1e-308", "1e-30", "1e30", "NaN", "Infinity", "-inf", "2147483647", "2147483648", "-2147483649",
        "9223372036854775808", "1e15", "99999999", "0.1e", "1,5", "1/0", "",
    ];

    private static int Count => Number("LODESTONE_MUTANTS", UsualCount);

    private static int Seed => Number("LODESTONE_MUTANTS_SEED", 1);

    /// <summary>
    /// Reads broken versions of valid files. Fails at the first that the reader answers with an exception, takes over a second for, or allocates more than
    /// 200 MB for; the mutant is then kept in the temporary folder.
    /// </summary>
    /// <param name="reader">The name of the reader, from which the mutants take their seed.</param>
    /// <param name="valid">Valid files.</param>
    /// <param name="read">Reads one, on this thread. Documented exceptions are to be caught in it.</param>
    /// <param name="most">Fewer mutants, for a slow reader.</param>
    public static void Read(string reader, IReadOnlyList<byte[]> valid, Action<byte[]> read, int most = int.MaxValue)
    {
        foreach (byte[] file in valid) read(file);
        for (int i = 0; i < Math.Min(Count, most); i++)
        {
            byte[] mutant = Of(valid[i % valid.Count], SeedOf(reader, i));
            string? fault = Fault(mutant, read);
            if (fault is null) continue;
            string kept = Path.Combine(Path.GetTempPath(), $"mutant-{reader.Replace(' ', '-')}-{Seed}-{i}");
            File.WriteAllBytes(kept, mutant);
            Assert.Fail($"{reader}: mutant {i} of seed {Seed}, kept as {kept}: {fault}");
        }
    }

    /// <summary>A broken version of a file; the same seed gives the same one.</summary>
    public static byte[] Of(byte[] file, int seed)
    {
        var random = new Random(seed);
        string text = Encoding.Latin1.GetString(file); // Every byte is a letter, so binary files come through.
        int changes = 1 + random.Next(MostChanges);
        for (int i = 0; i < changes; i++) text = Changed(text, random);
        return Encoding.Latin1.GetBytes(text);
    }

    private static string? Fault(byte[] mutant, Action<byte[]> read)
    {
        // A machine that is busy with other things may take a second for anything: only what is slow three times is slow.
        for (int attempt = 0; ; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            try
            {
                read(mutant);
            }
            catch (Exception e)
            {
                return e.ToString();
            }

            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (bytes > MostBytes) return $"it allocated {bytes >> 20} MB";
            if (watch.Elapsed < LongestTime) return null;
            if (attempt == 2) return string.Create(CultureInfo.InvariantCulture, $"it took {watch.Elapsed.TotalSeconds:F1} s");
        }
    }

    private static string Changed(string text, Random random) => random.Next(8) switch
    {
        0 => Byte(text, random),
        1 => Pieces(text, Lines(), random),
        2 => Pieces(text, Words(), random),
        3 or 4 or 5 => Replaced(text, NumberPattern(), random, _ => ExtremeNumbers[random.Next(ExtremeNumbers.Length)]),
        6 => Replaced(text, NumberPattern(), random, number => number + random.Next(10).ToString(CultureInfo.InvariantCulture)),
        _ => text[..random.Next(text.Length + 1)],
    };

    private static string Byte(string text, Random random)
    {
        int at = random.Next(text.Length + 1);
        string letter = ((char)random.Next(256)).ToString();
        return random.Next(3) switch
        {
            0 => text.Insert(at, letter),
            1 when at < text.Length => text.Remove(at, 1),
            _ when at < text.Length => text.Remove(at, 1).Insert(at, letter),
            _ => text + letter,
        };
    }

    /// <summary>A piece lost, doubled, or exchanged for another.</summary>
    private static string Pieces(string text, Regex pattern, Random random)
    {
        MatchCollection pieces = pattern.Matches(text);
        if (pieces.Count == 0) return text;
        string other = pieces[random.Next(pieces.Count)].Value;
        int kind = random.Next(3);
        return Replaced(text, pieces, random, piece => kind switch { 0 => "", 1 => piece + piece, _ => other });
    }

    private static string Replaced(string text, Regex pattern, Random random, Func<string, string> by) => Replaced(text, pattern.Matches(text), random, by);

    private static string Replaced(string text, MatchCollection pieces, Random random, Func<string, string> by)
    {
        if (pieces.Count == 0) return text;
        Match piece = pieces[random.Next(pieces.Count)];
        return text.Remove(piece.Index, piece.Length).Insert(piece.Index, by(piece.Value));
    }

    private static int SeedOf(string reader, int mutant)
    {
        // FNV-1a: the same on every machine, unlike string.GetHashCode.
        uint hash = 2166136261;
        foreach (char letter in $"{reader} {Seed} {mutant}") hash = (hash ^ letter) * 16777619;
        return (int)hash;
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;

    [GeneratedRegex(@"[^\n]*\n")]
    private static partial Regex Lines();

    [GeneratedRegex(@"\S+\s*")]
    private static partial Regex Words();

    [GeneratedRegex(@"-?\d+(\.\d*)?([eE][-+]?\d+)?")]
    private static partial Regex NumberPattern();
}
