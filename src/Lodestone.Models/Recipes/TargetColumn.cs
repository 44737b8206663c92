using System.Globalization;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;

namespace Lodestone.Models.Recipes;

/// <summary>What the cells of a target's column are, and so how it is learned: numbers, lists of numbers, or words.</summary>
/// <param name="Targets">What is learned of the column: the target itself, or the probability of each word.</param>
/// <param name="NotNumbers">The cells that hold something else than a number where numbers are learned; they are left out.</param>
/// <param name="Remark">What was decided by the cells and not by the recipe, one sentence; null where nothing was.</param>
internal sealed record TargetColumn(IReadOnlyList<Target> Targets, ReasonTally NotNumbers, string? Remark)
{
    /// <summary>A column with more words than this is a text.</summary>
    private const int MostWords = 50;

    private const int WordsShown = 5;

    /// <summary>Looks at a column.</summary>
    /// <param name="target">The target as the recipe has it.</param>
    /// <param name="data">How messages name the data.</param>
    /// <param name="rows">The rows that could be read.</param>
    /// <exception cref="InputException">The column is not there, or holds what cannot be learned.</exception>
    public static TargetColumn Of(Target target, string data, IReadOnlyList<MaterialReading> rows)
    {
        MaterialReading[] filled = [.. rows.Where(row => row.Material!.Has(target.Name))];
        if (filled.Length == 0) throw new InputException(Missing(target.Name, data, rows));
        string[] texts = [.. filled.Select(row => row.Material!.Properties[target.Name].Trim())];
        if (target.Level == TargetLevel.Site) return Plain(target);
        if (texts.All(text => text.StartsWith('[')))
            return Plain(target with { Level = TargetLevel.Site }, $"The target '{target.Name}' holds lists: it is learned as values of sites.");
        if (texts.All(text => bool.TryParse(text, out _)))
            return Plain(target with { Head = "class", Threshold = 0.5 }, $"The target '{target.Name}' holds true and false: the probability of true is learned.");
        if (filled.Any(row => row.Material!.Number(target.Name) is not null)) return Numbers(target, data, filled);
        string? malformed = texts.FirstOrDefault(text => text.TrimStart('+', '-', '−') is [>= '0' and <= '9', ..]);
        return malformed is null
            ? Words(target, texts)
            : throw new InputException($"The target '{target.Name}' of {data} holds no number; its first cell is '{malformed}' ({Where(filled[0])}). Write numbers alone, such as 2.36; a unit belongs into the name of the column.");
    }

    private static TargetColumn Plain(Target target, string? remark = null) => new([target], new ReasonTally(), remark);

    private static TargetColumn Numbers(Target target, string data, MaterialReading[] filled)
    {
        var others = new ReasonTally();
        foreach (MaterialReading row in filled)
        {
            string text = row.Material!.Properties[target.Name];
            if (!NumberText.TryRead(text, out _, out string? reason)) others.Add(reason!, Where(row), kind: reason!.Replace(text.Trim(), ""));
        }

        bool isClass = !target.IsClass && others.Count == 0 && filled.Select(row => row.Material!.Number(target.Name)).Distinct().Order().SequenceEqual([0, 1]);
        return new TargetColumn([target], others, isClass
            ? $"The target '{target.Name}' of {data} holds only 0 and 1. If they stand for no and yes, learn it as a class: --set targets.0.head=class."
            : null);
    }

    private static TargetColumn Words(Target target, string[] texts)
    {
        string[] words = [.. texts.Distinct().Order(StringComparer.Ordinal)];
        string some = string.Join(", ", words.Take(WordsShown)) + (words.Length > WordsShown ? ", …" : "");
        if (words.Length == 1) throw new InputException($"The target '{target.Name}' holds the same word in every row, '{words[0]}'; there is nothing to learn.");
        if (words.Length > MostWords || words.Length > texts.Length / 2)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The target '{target.Name}' holds text, {words.Length} different ones in {texts.Length} rows ({some}); numbers or a few words that repeat can be learned."));
        return new TargetColumn(
            [.. target.OfWords(words)],
            new ReasonTally(),
            string.Create(CultureInfo.InvariantCulture, $"The target '{target.Name}' holds {words.Length} words ({some}): the probability of each is learned."));
    }

    private static string Missing(string target, string data, IReadOnlyList<MaterialReading> rows)
    {
        string[] known = [.. rows.SelectMany(row => row.Material!.Properties.Keys).Distinct().Order(StringComparer.Ordinal)];
        return $"No row of {data} has a value of '{target}'; there are values of {(known.Length > 0 ? string.Join(", ", known) : "nothing")}.{Suggestion.Ask(target, known)}";
    }

    /// <summary>A row as the user knows it.</summary>
    public static string Where(MaterialReading row) => row.Line is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"{row.Source}, line {line}")
        : $"{row.Source}, {row.Id}";
}
