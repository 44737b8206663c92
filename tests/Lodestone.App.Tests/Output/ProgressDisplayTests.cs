using Lodestone.App.Output;

namespace Lodestone.App.Tests.Output;

public sealed class ProgressDisplayTests
{
    private const int Milliseconds = 2600;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_nobody_knows_the_total_no_percentage_is_claimed(bool seen)
    {
        string shown = await Show(seen, counter => counter.Advance(310));

        Assert.Contains("Screening: 310 materials, ", shown);
        Assert.Contains("/s", shown);
        Assert.DoesNotContain("%", shown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_a_total_the_end_is_estimated(bool seen)
    {
        string shown = await Show(seen, counter =>
        {
            counter.Expect(1000);
            Thread.Sleep(100);
            counter.Advance(10);
        });

        Assert.Matches(@"Screening: 10 of 1,000 materials, about \d+ s left", shown);
        Assert.Equal(seen, shown.Contains('%'));
    }

    [Fact]
    public async Task A_narrow_terminal_keeps_the_bar_and_cuts_the_note()
    {
        string shown = await Show(true, counter => counter.Set(70, 100, "validation loss 0.3842, 1,240 materials/s, member 4 of 4"), width: 80);

        Assert.Matches(@"━+ +70% Screening: 70 of 100 materials, validation loss .*…", shown);
        Assert.DoesNotContain("member 4", shown);
    }

    private static async Task<string> Show(bool seen, Action<WorkCounter> work, int width = 100)
    {
        using var capture = new Capture(seen, width);
        await ProgressDisplay.RunAsync(capture.Terminal, "Screening", "materials", counter =>
        {
            work(counter);
            Thread.Sleep(Milliseconds);
            return 0;
        });
        return string.Join('\n', capture.Messages);
    }
}
