using Lodestone.Learning.Training;

namespace Lodestone.Learning.Tests.Training;

public sealed class ScheduleTests
{
    private const int Epochs = 10;
    private const int Steps = 20;

    [Fact]
    public void Warm_up_rises_in_equal_steps_to_the_full_rate()
    {
        Schedule schedule = Make(new() { Name = ScheduleName.Constant, WarmUpEpochs = 0.25 });
        AssertRates([0.2, 0.4, 0.6, 0.8, 1, 1, 1], schedule, 0, 1, 2, 3, 4, 5, 6);
    }

    [Fact]
    public void Step_multiplies_at_its_milestones()
    {
        Schedule schedule = Make(new() { Name = ScheduleName.Step, WarmUpEpochs = 0, Milestones = [4, 7], Factor = 0.1 });
        AssertRates([1, 1, 0.1, 0.1, 0.01, 0.01], schedule, 0, 79, 80, 139, 140, 199);
    }

    [Fact]
    public void Cosine_falls_from_the_end_of_the_warm_up_to_its_final_rate()
    {
        Schedule schedule = Make(new() { Name = ScheduleName.Cosine, WarmUpEpochs = 1, Final = 0.2 });
        Assert.Equal(1, schedule.At(20, 1), 1e-12);
        Assert.Equal(0.6, schedule.At(20 + 90, 1), 1e-12);
        Assert.Equal(0.2 + 0.8 * (1 + Math.Cos(Math.PI * 179 / 180)) / 2, schedule.At(199, 1), 1e-12);
    }

    [Fact]
    public void One_cycle_rises_and_falls()
    {
        Schedule schedule = Make(new() { Name = ScheduleName.OneCycle, Rise = 0.3, Initial = 0.1, Final = 0 });
        Assert.Equal(0.1, schedule.At(0, 1), 1e-12);
        Assert.Equal(0.55, schedule.At(30, 1), 1e-12);
        Assert.Equal(1, schedule.At(60, 1), 1e-12);
        Assert.Equal(0.5, schedule.At(130, 1), 1e-12);
        Assert.Equal((1 + Math.Cos(Math.PI * 139 / 140)) / 2, schedule.At(199, 1), 1e-12);
    }

    [Fact]
    public void Plateau_comes_down_after_each_stretch_of_patience()
    {
        var options = new TrainingOptions { Schedule = new() { Name = ScheduleName.Plateau, Patience = 2, Factor = 0.5, Minimum = 0.2 } };
        var state = new TrainingState();
        double[] rates = [.. new double[] { 5, 4, 4, 4, 3, 3, 3, 3, 3 }.Select(monitored =>
        {
            state.EndEpoch(monitored, options);
            return state.Plateau;
        })];
        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.2], rates);
        Assert.Equal(0.2, Make(options.Schedule).At(199, state.Plateau));
    }

    [Fact]
    public void Patience_counts_epochs_without_a_new_lowest()
    {
        var options = new TrainingOptions { Patience = 2 };
        var state = new TrainingState();
        Assert.True(state.EndEpoch(2, options));
        Assert.False(state.EndEpoch(2, options));
        Assert.True(state.EndEpoch(1, options));
        Assert.False(state.EndEpoch(3, options));
        Assert.False(state.StoppedEarly);
        Assert.False(state.EndEpoch(double.NaN, options));
        Assert.True(state.StoppedEarly);
        Assert.Equal((1, 3), (state.Lowest, state.LowestEpoch));
    }

    private static void AssertRates(double[] expected, Schedule schedule, params int[] steps) =>
        Assert.Equal(expected, steps.Select(step => schedule.At(step, 1)), (a, b) => Math.Abs(a - b) < 1e-12);

    private static Schedule Make(ScheduleOptions options) => new(options, Epochs, Steps);
}
