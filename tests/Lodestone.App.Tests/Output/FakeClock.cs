namespace Lodestone.App.Tests.Output;

/// <summary>A clock that goes on when told.</summary>
internal sealed class FakeClock : TimeProvider
{
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    /// <summary>Lets time pass.</summary>
    public void Wait(double seconds) => _now += TimeSpan.FromSeconds(seconds);
}
