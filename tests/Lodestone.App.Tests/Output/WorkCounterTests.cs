using Lodestone.App.Commands;
using Lodestone.App.Output;
using Lodestone.Models.Catalog;

namespace Lodestone.App.Tests.Output;

public sealed class WorkCounterTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void Without_a_total_there_are_count_and_rate()
    {
        var counter = new WorkCounter(_clock);
        Assert.Equal("Screening: 0 materials", ProgressText.Of("Screening", "materials", counter));
        _clock.Wait(4);
        counter.Reach(1234);

        Assert.Equal("Screening: 1,234 materials, 308/s", ProgressText.Of("Screening", "materials", counter));
    }

    [Fact]
    public void A_total_that_was_told_first_is_kept()
    {
        var counter = new WorkCounter(_clock);
        counter.Expect(400);
        _clock.Wait(10);
        Assert.Equal(100, counter.Count(Enumerable.Range(0, 100)).Count());
        counter.Reach(90);
        Assert.Equal("Reading: 100 of 400 materials, about 30 s left", ProgressText.Of("Reading", "materials", counter));

        counter.Advance(100);
        Assert.Equal((200, 400), (counter.Done, counter.Total));
        counter.Advance(300);
        Assert.Equal("Reading: 500 materials, 50/s", ProgressText.Of("Reading", "materials", counter));
    }

    [Fact]
    public void Between_reports_the_rest_counts_down_and_what_is_done_never_goes_back()
    {
        var counter = new WorkCounter(_clock);
        counter.Expect(100);
        _clock.Wait(60);
        counter.Reach(25);
        Assert.Equal(TimeSpan.FromSeconds(180), counter.Remaining);
        _clock.Wait(30);
        Assert.Equal(TimeSpan.FromSeconds(150), counter.Remaining);
        counter.Reach(20);
        Assert.Equal(25, counter.Done);
        _clock.Wait(500);
        Assert.Equal(TimeSpan.Zero, counter.Remaining);
    }

    [Fact]
    public void The_pace_of_steps_is_that_since_the_first_report()
    {
        var counter = new WorkCounter(_clock);
        _clock.Wait(1000);
        counter.Set(50, 100, "loss 1");
        Assert.Equal("Training: 50 of 100 rounds, loss 1", ProgressText.Of("Training", "rounds", counter));
        _clock.Wait(20);
        counter.Set(50.5, 100, "loss 1");

        Assert.Equal("Training: 50 of 100 rounds, about 33 min left, loss 1", ProgressText.Of("Training", "rounds", counter));
    }

    [Fact]
    public void A_member_that_was_resumed_makes_the_others_no_faster()
    {
        var counter = new WorkCounter(_clock);
        var progress = new EpochProgress(counter);
        progress.Report(new MemberReport(0, 2, 51, 100));
        _clock.Wait(1);
        progress.Report(new MemberReport(1, 2, 51, 100));
        Assert.Null(counter.Remaining);
        _clock.Wait(10);
        progress.Report(new MemberReport(0, 2, 52, 100));

        Assert.Equal(TimeSpan.FromSeconds(970), counter.Remaining);
    }

    [Fact]
    public void A_part_of_a_round_counts_as_such()
    {
        var counter = new WorkCounter(_clock);
        var progress = new EpochProgress(counter);
        progress.Report(new MemberReport(0, 2, 0, 10) { Part = 0.25 });
        _clock.Wait(10);
        progress.Report(new MemberReport(0, 2, 0, 10) { Part = 0.75 });

        Assert.Equal("Training: 0 of 20 rounds, about 6 min left", ProgressText.Of("Training", "rounds", counter));
    }

    [Theory]
    [InlineData(0.3, "1 s")]
    [InlineData(40, "40 s")]
    [InlineData(58, "1 min")]
    [InlineData(181, "3 min")]
    [InlineData(5399, "1 h 30 min")]
    [InlineData(7800, "2 h 10 min")]
    [InlineData(10790, "3 h")]
    [InlineData(260000, "3 days")]
    public void Times_are_said_as_people_say_them(double seconds, string said) => Assert.Equal(said, ProgressText.About(TimeSpan.FromSeconds(seconds)));
}
