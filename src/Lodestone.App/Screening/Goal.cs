using Lodestone.Matter;

namespace Lodestone.App.Screening;

/// <summary>What a screen ranks by.</summary>
/// <param name="Quantity">Position of the quantity among those predicted.</param>
/// <param name="Maximize">True where more is better.</param>
public readonly record struct Goal(int Quantity, bool Maximize)
{
    /// <summary>Finds what to rank by. Without a wish it is the largest magnetization.</summary>
    /// <param name="maximize">The name given to <c>--maximize</c>, if any.</param>
    /// <param name="minimize">The name given to <c>--minimize</c>, if any.</param>
    /// <param name="quantities">What is predicted.</param>
    /// <exception cref="InputException">Both are given, or what is asked for is not predicted.</exception>
    public static Goal Choose(string? maximize, string? minimize, IReadOnlyList<Quantity> quantities)
    {
        if (maximize is not null && minimize is not null)
            throw new InputException("Give either --maximize or --minimize, not both: a ranking has one order.");
        string name = maximize ?? minimize ?? Screening.Quantity.Magnetization;
        for (int i = 0; i < quantities.Count; i++)
        {
            if (quantities[i].Name == name)
                return new Goal(i, minimize is null);
        }
        string[] names = [.. quantities.Select(quantity => quantity.Name)];
        string known = string.Join(", ", names);
        throw new InputException(maximize is null && minimize is null
            ? $"Say what to rank by: --maximize T or --minimize T, where T is one of {known}."
            : $"Nothing predicts '{name}', so it cannot be ranked by; predicted are {known}.{Suggestion.Ask(name, names)}");
    }
}
