using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Lodestone.App.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class CommandParts
{
    private const string SourceMeaning =
        "A structure file (CIF, mCIF, POSCAR, XYZ, SDF, pymatgen JSON), a folder, a table (.csv, .tsv, .parquet) with a column cif, poscar, structure or formula, "
        + "an archive (.zip, .tar.gz), or - for standard input.";

    /// <summary>One or several sources of materials.</summary>
    public static Argument<string[]> Sources() =>
        RefusingOptions(new Argument<string[]>("SOURCE") { Description = SourceMeaning + " Several are read as one.", Arity = ArgumentArity.OneOrMore });

    /// <summary>One source of materials.</summary>
    public static Argument<string> Source() => RefusingOptions(new Argument<string>("SOURCE") { Description = SourceMeaning });

    /// <summary>The name of a shipped model or a path.</summary>
    public static Argument<string> Model() => new("MODEL") { Description = "The name of a shipped model (see 'lodestone model list') or a .lodestone file." };

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

    /// <summary>Allows to replace what is there.</summary>
    public static Option<bool> Force(string description) => new("--force") { Description = description };

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
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (T.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out T number) && number >= minimum)
                    return number;
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} needs a whole number from {minimum}, not '{text}'."));
                return null;
            },
        };

    /// <summary>An option that does not exist would otherwise pass for the name of a file.</summary>
    private static Argument<T> RefusingOptions<T>(Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value.StartsWith('-')))
                result.AddError($"There is no option '{token.Value}' here; a file of that name is written ./{token.Value}.");
        });
        return argument;
    }
}
