using Lodestone.App.Screening;
using Lodestone.App.Tests.Output;

namespace Lodestone.App.Tests.Screening;

public sealed class OutcomeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_fault_tells_its_type_and_place_where_that_is_wanted(bool verbose)
    {
        using var capture = new Capture(seen: false, width: null, verbose ? ["--verbose"] : []);
        var outcome = new Outcome();
        outcome.Add(new PredictedRow("Fe", "Fe", "in/Fe.cif", "The model failed at it.", []) { Fault = Thrown() });
        outcome.Add(new PredictedRow("Co", "Co", "in/Co.cif", null, []));

        Assert.Equal(ExitCode.Partial, outcome.Report(capture.Terminal, "predicted"));
        Assert.Equal("error: in/Fe.cif: The model failed at it.", capture.Messages[0]);
        Assert.Equal("1 material predicted, 1 failed.", capture.Messages[^1]);
        string messages = string.Join('\n', capture.Messages);
        Assert.Equal(verbose, messages.Contains(nameof(IndexOutOfRangeException)) && messages.Contains($"at {typeof(OutcomeTests).FullName}.{nameof(Thrown)}"));
    }

    private static Exception Thrown()
    {
        int[] one = [0];
        try
        {
            return new InvalidOperationException($"{one[Environment.ProcessId]}");
        }
        catch (IndexOutOfRangeException e)
        {
            return e;
        }
    }
}
