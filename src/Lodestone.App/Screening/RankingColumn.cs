using Spectre.Console;

namespace Lodestone.App.Screening;

/// <summary>A column of a ranking on the terminal.</summary>
/// <param name="Title">How it is named where it is left out.</param>
/// <param name="Header">Its heading, as markup; lines are separated by <c>\n</c>.</param>
/// <param name="Cells">Its cells, likewise.</param>
/// <param name="Rank">What is left out last where there is no room for all has the lowest rank; 0 is never left out.</param>
internal sealed record RankingColumn(string Title, string Header, IReadOnlyList<string> Cells, int Rank = 0)
{
    /// <summary>Number of characters of its longest line.</summary>
    public int Width { get; } = WidthOf(Cells.Prepend(Header));

    /// <summary>Number of characters of the longest line of texts.</summary>
    /// <param name="texts">The texts, as markup.</param>
    public static int WidthOf(IEnumerable<string> texts) => texts.SelectMany(text => Markup.Remove(text).Split('\n')).Max(line => line.Length);

    /// <summary>Breaks a text into lines of some length, or of its longest word.</summary>
    public static string Wrap(string text, int width)
    {
        string[] words = text.Split(' ');
        string wrapped = words[0];
        foreach (string word in words.Skip(1))
            wrapped += (wrapped.Length - wrapped.LastIndexOf('\n') + word.Length <= width ? " " : "\n") + word;
        return wrapped;
    }
}
