using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Lodestone.App.Output;

/// <summary>Shows on standard error how far a piece of work has come, once it has taken two seconds: a bar on a terminal,
/// now and then a line elsewhere.</summary>
public static class ProgressDisplay
{
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
        var counter = new WorkCounter();
        var clock = Stopwatch.StartNew();
        Task<T> task = Task.Run(() => work(counter));
        if (!terminal.Quiet && await IsStillRunning(task, Patience))
        {
            if (terminal.MessagesAreSeen)
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
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                ProgressTask bar = context.AddTask(title);
                do
                {
                    bar.IsIndeterminate = counter.Total is null;
                    bar.MaxValue = counter.Total ?? Math.Max(1, counter.Done);
                    bar.Value = counter.Total is null ? 0 : counter.Done;
                    bar.Description = Markup.Escape(Describe(title, unit, counter));
                }
                while (await IsStillRunning(task, BarPeriod));
            });
    }

    private static async Task ShowLines(Terminal terminal, string title, string unit, WorkCounter counter, Stopwatch clock, Task task)
    {
        do
        {
            string seconds = clock.Elapsed.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            terminal.Say($"{Describe(title, unit, counter)}, {seconds} s");
        }
        while (await IsStillRunning(task, LinePeriod));
    }

    private static string Describe(string title, string unit, WorkCounter counter)
    {
        string done = counter.Done.ToString("N0", CultureInfo.InvariantCulture);
        string of = counter.Total is { } total ? $" of {total.ToString("N0", CultureInfo.InvariantCulture)}" : "";
        string note = counter.Note.Length > 0 ? $", {counter.Note}" : "";
        return $"{title}: {done}{of} {unit}{note}";
    }

    private static async Task<bool> IsStillRunning(Task task, TimeSpan time)
    {
        await Task.WhenAny(task, Task.Delay(time));
        return !task.IsCompleted;
    }
}
