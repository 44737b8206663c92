using System.Globalization;

namespace Lodestone.App.Output;

/// <summary>How far a piece of work has come, in words: <c>Training: 12 of 400 rounds, about 3 min left, validation loss 0.1</c>, and where nobody knows how
/// much there is to do, <c>Screening: 1,234 materials, 310/s</c>.</summary>
internal static class ProgressText
{
    private const double SecondsPerMinute = 60, MinutesPerHour = 60, HoursPerDay = 24;

    /// <summary>One line on the work.</summary>
    /// <param name="title">What is being done: <c>Predicting</c>.</param>
    /// <param name="unit">What is counted: <c>materials</c>.</param>
    /// <param name="counter">How far it has come.</param>
    public static string Of(string title, string unit, WorkCounter counter)
    {
        string done = Whole(Math.Floor(counter.Done));
        string of = counter.Total is { } total ? $" of {Whole(total)}" : "";
        string pace = counter.Total is null
            ? counter.Rate is { } rate ? $", {Rate(rate)}/s" : ""
            : counter.Remaining is { Ticks: > 0 } left ? $", about {About(left)} left" : "";
        string note = counter.Note.Length > 0 ? $", {counter.Note}" : "";
        return $"{title}: {done}{of} {unit}{pace}{note}";
    }

    /// <summary>A time as people say it, in one unit, or two where the larger is a few hours: <c>40 s</c>, <c>3 min</c>, <c>2 h 10 min</c>, <c>3 days</c>.</summary>
    internal static string About(TimeSpan time)
    {
        const double MostSeconds = 55, MostMinutes = 90, MostHours = 48;
        if (time.TotalSeconds <= MostSeconds) return Whole(Math.Ceiling(time.TotalSeconds)) + " s";
        double minutes = Math.Round(time.TotalSeconds / SecondsPerMinute);
        if (minutes < MostMinutes) return Whole(minutes) + " min";
        double tens = Math.Round(minutes / 10) * 10;
        if (tens < MostHours * MinutesPerHour)
            return Whole(Math.Floor(tens / MinutesPerHour)) + " h" + (tens % MinutesPerHour > 0 ? $" {Whole(tens % MinutesPerHour)} min" : "");
        return Whole(Math.Round(time.TotalHours / HoursPerDay)) + " days";
    }

    private static string Rate(double rate) => rate >= 10 ? Whole(rate) : rate.ToString("G2", CultureInfo.InvariantCulture);

    private static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
