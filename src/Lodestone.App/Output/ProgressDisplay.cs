using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Lodestone.App.Output;

/// <summary>Shows on standard error how far a piece of work has come, once it has taken two seconds: a bar on a terminal,
/// now and then a line elsewhere. Where nobody knows how much there is to do, there is no bar but the count and the pace.</summary>
public static class ProgressDisplay
{
    private const int BarWidth = 16, PercentageWidth = 4;

    /// <summary>What the spinner and the blanks between the columns take.</summary>
    private const int Beside = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BarPeriod = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LinePeriod = TimeSpan.FromSeconds(5);

    /// <summary>Runs a piece of work on another thread and shows its progress until it ends.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="title">What is being done: <c>Predicting</c>.</param>
    /// <param name="unit">What is counted: <c>materials</c>.</param>
    /// <param name="work">The work; it keeps the counter.</param>
    public static async Task<T> RunAsync<T>(Terminal terminal, string title, string unit, Func<WorkCounter, T> work)
    {
        var counter = new WorkCounter(TimeProvider.System);
        var clock = Stopwatch.StartNew();
        Task<T> task = Task.Run(() => work(counter));
        if (!terminal.Quiet && await IsStillRunning(task, Patience))
        {
            if (terminal.MessagesAreSeen && terminal.Messages.Profile.Capabilities is { Ansi: true, Interactive: true })
                await ShowBar(terminal, title, unit, counter, task);
            else
                await ShowLines(terminal, title, unit, counter, clock, task);
        }
        return await task;
    }

    private static async Task ShowBar(Terminal terminal, string title, string unit, WorkCounter counter, Task task)
    {
        await terminal.Messages.Progress()
            .AutoClear(true)
            .Columns(
                new SpinnerColumn(),
                new KnownTotalColumn(new ProgressBarColumn { Width = BarWidth }, BarWidth, counter),
                new KnownTotalColumn(new PercentageColumn(), PercentageWidth, counter),
                new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                ProgressTask bar = context.AddTask(title);
                do
                {
                    long? total = counter.Total;
                    bar.IsIndeterminate = total is null;
                    bar.MaxValue = Math.Max(1, total ?? 1);
                    bar.Value = total is null ? 0 : counter.Done;
                    int room = terminal.Messages.Profile.Width - Beside - (total is null ? 0 : BarWidth + PercentageWidth);
                    bar.Description = Markup.Escape(Shorten(ProgressText.Of(title, unit, counter), room));
                }
                while (await IsStillRunning(task, BarPeriod));
            });
    }

    private static async Task ShowLines(Terminal terminal, string title, string unit, WorkCounter counter, Stopwatch clock, Task task)
    {
        do
        {
            string seconds = clock.Elapsed.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            terminal.Say($"{ProgressText.Of(title, unit, counter)}, {seconds} s");
        }
        while (await IsStillRunning(task, LinePeriod));
    }

    private static string Shorten(string text, int room) => text.Length <= room ? text : text[..Math.Max(0, room - 1)] + "…";

    private static async Task<bool> IsStillRunning(Task task, TimeSpan time)
    {
        await Task.WhenAny(task, Task.Delay(time));
        return !task.IsCompleted;
    }
}
