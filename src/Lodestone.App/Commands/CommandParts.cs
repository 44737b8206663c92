using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Lodestone.Matter;

namespace Lodestone.App.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class CommandParts
{
    private const string SourceMeaning =
        "A structure file (CIF, mCIF, POSCAR, XYZ, SDF, pymatgen JSON), a folder, a table (.csv, .tsv, .parquet) with a column cif, poscar, structure or formula, "
        + "an archive (.zip, .tar.gz), or - for standard input.";

    /// <summary>An argument. An option that does not exist is refused, which would otherwise pass for the name of a file.</summary>
    /// <param name="name">How it is called.</param>
    /// <param name="description">What it is.</param>
    /// <param name="arity">How many there are; one if not given.</param>
    public static Argument<T> Argument<T>(string name, string description, ArgumentArity? arity = null)
    {
        var argument = new Argument<T>(name) { Description = description, Arity = arity ?? ArgumentArity.ExactlyOne };
        argument.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value.StartsWith('-')))
                result.AddError(UsageError.NoOption(token.Value, ((CommandResult)result.Parent!).Command));
        });
        return argument;
    }

    /// <summary>One or several sources of materials.</summary>
    public static Argument<string[]> Sources() =>
        Argument<string[]>("SOURCE", SourceMeaning + " Several are read as one.", ArgumentArity.OneOrMore);

    /// <summary>One source of materials.</summary>
    /// <param name="meaning">What it may be; without it, materials.</param>
    public static Argument<string> Source(string meaning = SourceMeaning) => Argument<string>("SOURCE", meaning);

    /// <summary>The name of a shipped model or a path.</summary>
    public static Argument<string> Model() => Argument<string>("MODEL", "The name of a shipped model (see 'lodestone model list') or a .lodestone file.");

    /// <summary>Several models.</summary>
    public static Option<string[]> Models(bool required, string description) => new("--model", "-m")
    {
        Description = description,
        HelpName = "MODEL",
        Required = required,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Where the result goes.</summary>
    public static Option<string?> Output(string helpName, string description) => new("--output", "-o") { Description = description, HelpName = helpName };

    /// <summary>Settings <c>key=value</c>.</summary>
    public static Option<string[]> Settings(string description) => new("--set") { Description = description, HelpName = "key=value" };

    /// <summary>Something that is done or not.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>Goes on with an interrupted run.</summary>
    public static Option<bool> Resume() => Flag("--resume", "Go on with the interrupted run of the same command.");

    /// <summary>Allows to replace what is there.</summary>
    public static Option<bool> Force(string description) => Flag("--force", description);

    /// <summary>The seed of everything random.</summary>
    public static Option<ulong?> Seed() => WholeNumber<ulong>("--seed", "Seed of everything random (0).", 0);

    /// <summary>An option that takes a whole number.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it does.</param>
    /// <param name="minimum">The smallest number that makes sense.</param>
    public static Option<T?> WholeNumber<T>(string name, string description, T minimum)
        where T : struct, IBinaryInteger<T> => new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result => Whole(result, result.Tokens[0], name, minimum),
        };

    /// <summary>An option that takes whole numbers, one each time that it is given.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it does.</param>
    /// <param name="minimum">The smallest number that makes sense.</param>
    public static Option<int[]?> WholeNumbers(string name, string description, int minimum) => new(name)
    {
        Description = description,
        HelpName = "K",
        AllowMultipleArgumentsPerToken = false,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => Whole(result, token, name, minimum)).OfType<int>()],
    };

    /// <summary>A number.</summary>
    /// <param name="name">The option.</param>
    /// <param name="helpName">How its value is called.</param>
    /// <param name="description">What it does.</param>
    public static Option<double?> Number(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)) return number;
            result.AddError($"{name} needs a number, not '{text}'.");
            return null;
        },
    };

    /// <summary>One of a few words.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it does.</param>
    /// <param name="words">The words.</param>
    public static Option<string?> Choice(string name, string description, params string[] words)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', words) };
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens.Where(token => !words.Contains(token.Value)))
                result.AddError($"{name} takes {string.Join(", ", words)}, not '{token.Value}'.{Suggestion.Ask(token.Value, words)}");
        });
        return option;
    }

    private static T? Whole<T>(ArgumentResult result, Token token, string name, T minimum)
        where T : struct, IBinaryInteger<T>
    {
        if (T.TryParse(token.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out T number) && number >= minimum) return number;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} needs a whole number from {minimum}, not '{token.Value}'."));
        return null;
    }
}
