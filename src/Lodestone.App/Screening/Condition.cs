using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Lodestone.Learning;
using Lodestone.Matter;

namespace Lodestone.App.Screening;

/// <summary>
/// One <c>--where</c>: a column of the prediction compared with a number.
/// <c>condition = column ("&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==") number</c>, where a column is the name of a quantity, alone or
/// followed by <c>_std</c>, <c>_lo</c> or <c>_hi</c>.
/// </summary>
public sealed partial class Condition
{
    private static readonly (string Ending, Func<Estimate, double?> Read)[] Columns =
    [
        ("", estimate => estimate.Mean),
        ("_std", estimate => estimate.Deviation),
        ("_lo", estimate => estimate.Interval?.Low),
        ("_hi", estimate => estimate.Interval?.High),
    ];

    private readonly int quantity;
    private readonly Func<Estimate, double?> read;
    private readonly Func<double, bool> holds;

    private Condition(int quantity, Func<Estimate, double?> read, Func<double, bool> holds)
    {
        this.quantity = quantity;
        this.read = read;
        this.holds = holds;
    }

    /// <summary>Reads a condition.</summary>
    /// <param name="text">The text: <c>e_above_hull_eV_atom &lt; 0.05</c>.</param>
    /// <param name="quantities">The quantities that are predicted.</param>
    /// <exception cref="InputException">The text is no condition, or names a column that is not predicted.</exception>
    public static Condition Parse(string text, IReadOnlyList<Quantity> quantities)
    {
        string[] names = [.. quantities.Select(quantity => quantity.Name)];
        Match match = Grammar().Match(text);
        string column = match.Groups["column"].Value;
        if (match.Success && double.TryParse(match.Groups["number"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double bound) && double.IsFinite(bound))
        {
            for (int i = 0; i < names.Length; i++)
            {
                foreach (var (ending, read) in Columns)
                {
                    if (column == names[i] + ending)
                        return new Condition(i, read, Comparison(match.Groups["operator"].Value, bound));
                }
            }
            if (PlainName().IsMatch(column))
                throw new InputException($"--where \"{text}\": no column '{column}' is predicted; "
                    + $"known are {string.Join(", ", names)}, each also with _std, _lo or _hi.{Suggestion.Ask(column, names)}");
        }
        throw new InputException($"--where \"{text}\" is no condition: "
            + $"write a column, one of <, <=, >, >= or ==, and a number, such as \"{names[0]} < 0.05\".");
    }

    /// <summary>True when the estimates fulfil the condition; false also where there is no such number (no interval, say).</summary>
    /// <param name="estimates">One estimate a quantity, in the order given to <see cref="Parse"/>.</param>
    public bool Holds(ImmutableArray<Estimate?> estimates) => estimates[quantity] is { } estimate && read(estimate) is { } value && holds(value);

    private static Func<double, bool> Comparison(string name, double bound) => name switch
    {
        "<" => value => value < bound,
        "<=" => value => value <= bound,
        ">" => value => value > bound,
        ">=" => value => value >= bound,
        _ => value => value == bound,
    };

    // A name may hold anything, blanks and '=' too; the comparison is what the text ends with.
    [GeneratedRegex(@"^\s*(?<column>.+?)\s*(?<operator><=|>=|==|<|>)\s*(?<number>[^\s<>=]+)\s*$")]
    private static partial Regex Grammar();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_.:\-]*$")]
    private static partial Regex PlainName();
}
