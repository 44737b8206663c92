using System.Globalization;
using Lodestone.App.Output;
using Lodestone.Matter;

namespace Lodestone.App.Screening;

/// <summary>Counts what became of the inputs of a command, and what the process tells the shell about it.</summary>
public sealed class Outcome
{
    private const int ReasonsShown = 5;

    private readonly List<(string Reason, Exception? Fault)> _reasons = [];

    /// <summary>Inputs that served.</summary>
    public int Succeeded { get; private set; }

    /// <summary>Inputs that could not be read or predicted.</summary>
    public int Failed { get; private set; }

    /// <summary>Counts a row.</summary>
    public void Add(PredictedRow row) =>
        Add(row.Failure is null ? null : $"{(row.Source.Contains(row.Id, StringComparison.Ordinal) ? row.Source : $"{row.Source}, {row.Id}")}: {row.Failure}", row.Fault);

    /// <summary>Counts an input.</summary>
    /// <param name="failure">Where and why it failed; null where it served.</param>
    /// <param name="fault">What nobody foresaw, where that is the reason.</param>
    public void Add(string? failure, Exception? fault = null)
    {
        if (failure is null)
        {
            Succeeded++;
            return;
        }
        Failed++;
        if (_reasons.Count < ReasonsShown) _reasons.Add((failure, fault));
    }

    /// <summary>Counts inputs that served.</summary>
    public void AddSucceeded(int count) => Succeeded += count;

    /// <summary>Checks that there was any input.</summary>
    /// <exception cref="InputException">There was none.</exception>
    public void RequireInput(string source)
    {
        if (Succeeded + Failed == 0)
            throw new InputException($"There is no material in {source}; give a file, folder or table that holds some.");
    }

    /// <summary>Tells the user how many inputs failed, and the first reasons.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="done">What was done to the others: <c>predicted</c>.</param>
    /// <returns><see cref="ExitCode.Partial"/> where some inputs failed, <see cref="ExitCode.Unusable"/> where all did.</returns>
    public int Report(Terminal terminal, string done)
    {
        foreach (var (reason, fault) in _reasons)
            terminal.Error(reason, fault);
        string succeeded = Succeeded.ToString("N0", CultureInfo.InvariantCulture);
        string failed = Failed.ToString("N0", CultureInfo.InvariantCulture);
        string materials = Succeeded == 1 ? "material" : "materials";
        terminal.Say(Failed == 0 ? $"{succeeded} {materials} {done}." : $"{succeeded} {materials} {done}, {failed} failed.");
        return Failed == 0 ? ExitCode.Done : Succeeded > 0 ? ExitCode.Partial : ExitCode.Unusable;
    }
}
