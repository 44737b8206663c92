using Lodestone.Matter;
using Lodestone.Models.Selection;
using Lodestone.Testing;

namespace Lodestone.Models.Tests.Selection;

public sealed class StochasticSelectionTests : IDisposable
{
    private const int Columns = 40;
    private static readonly int[] Useful = [3, 7, 11, 19, 23];
    private static readonly SelectionOptions Options = new() { Start = 10, Largest = 12, Step = 2, Proposals = 600, Patience = 300, Seed = 5 };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_finds_the_columns_that_matter_and_drops_the_others()
    {
        SelectionState state = StochasticSelection.Run(Columns, Options, Error);
        Assert.Equal(Useful, state.Best);
        Assert.Equal(Error(Useful), state.BestError);
        Assert.Equal(state.BestError, state.Steps.Min(step => step.Error));
        Assert.All(state.Steps, step => Assert.InRange(step.Size, 1, 12));
    }

    [Fact]
    public void Greedy_steps_only_go_down_and_metropolis_steps_go_up_too()
    {
        Assert.False(GoesUp(StochasticSelection.Run(Columns, Options, Error)));
        Assert.True(GoesUp(StochasticSelection.Run(Columns, Options with { Temperature = 2 }, Error)));

        static bool GoesUp(SelectionState state)
        {
            double[] accepted = [.. state.Steps.Where(step => step.Accepted).Select(step => step.Error)];
            return accepted.Zip(accepted.Skip(1)).Any(pair => pair.Second > pair.First);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void An_interruption_changes_nothing(double temperature)
    {
        SelectionOptions options = Options with { Temperature = temperature, Proposals = 60 };
        SelectionState whole = StochasticSelection.Run(Columns, options, Error);
        string path = _folder.File("state.json");
        using var stop = new CancellationTokenSource();
        int calls = 0;
        Assert.Throws<OperationCanceledException>(() => StochasticSelection.Run(Columns, options, columns =>
        {
            if (++calls == 20) stop.Cancel();
            return Error(columns);
        }, path: path, cancellation: stop.Token));

        SelectionState resumed = StochasticSelection.Run(Columns, options, Error, path: path);
        Assert.Equal(whole.Steps, resumed.Steps);
        Assert.Equal(whole.Best, resumed.Best);
        Assert.Equal(whole.Random, resumed.Random);
        int again = 0;
        StochasticSelection.Run(Columns, options, columns => again++, path: path);
        Assert.Equal(0, again);
    }

    [Fact]
    public void The_state_of_another_search_is_refused()
    {
        string path = _folder.File("state.json");
        StochasticSelection.Run(Columns, Options with { Proposals = 3 }, Error, "these rows", path);
        Assert.Contains("other options", Assert.Throws<InputException>(() => StochasticSelection.Run(Columns, Options with { Seed = 6 }, Error, "these rows", path)).Message);
        Assert.Contains("other options", Assert.Throws<InputException>(() => StochasticSelection.Run(Columns + 1, Options, Error, "these rows", path)).Message);
        Assert.Contains("other options", Assert.Throws<InputException>(() => StochasticSelection.Run(Columns, Options, Error, "other rows", path)).Message);
        File.WriteAllText(path, "{");
        Assert.Contains("delete it", Assert.Throws<InputException>(() => StochasticSelection.Run(Columns, Options, Error, "these rows", path)).Message);
    }

    [Fact]
    public void Another_seed_walks_elsewhere() => Assert.NotEqual(
        StochasticSelection.Run(Columns, Options with { Proposals = 5 }, Error).Steps,
        StochasticSelection.Run(Columns, Options with { Proposals = 5, Seed = 6 }, Error).Steps);

    [Fact]
    public void Bad_options_and_errors_are_refused()
    {
        Assert.Throws<InputException>(() => StochasticSelection.Run(0, Options, Error));
        Assert.Throws<InputException>(() => StochasticSelection.Run(Columns, Options with { Start = 13 }, Error));
        Assert.Throws<InputException>(() => StochasticSelection.Run(Columns, Options with { Temperature = double.NaN }, Error));
        Assert.Contains("NaN", Assert.Throws<InputException>(() => StochasticSelection.Run(Columns, Options, _ => double.NaN)).Message);
    }

    [Fact]
    public void The_plot_is_an_svg()
    {
        string path = _folder.File("selection.svg");
        SelectionPlot.WriteSvg(path, StochasticSelection.Run(Columns, Options with { Proposals = 30 }, Error), [new SizedError(1, 20), new SizedError(5, 5)], new SizedError(Columns, 9), "error");
        string svg = File.ReadAllText(path);
        Assert.StartsWith("<", svg);
        Assert.Contains("</svg>", svg);
    }

    // The k-th useful column takes k off the error, any other adds an eighth.
    private static double Error(IReadOnlyList<int> columns) =>
        20 + columns.Sum(column => Array.IndexOf(Useful, column) is >= 0 and var k ? -(k + 1) : 0.125);
}
