using Lodestone.Data;
using Lodestone.Matter;

namespace Lodestone.Learning.Tests;

public sealed class GuardedPredictionTests
{
    private static readonly Material[] Materials = [.. new[] { "Fe", "Co", "Ni", "Mn", "Cr" }.Select(formula => new Material(formula, Composition.Parse(formula), null))];

    [Theory]
    [InlineData("Co")]
    [InlineData("Fe,Cr")]
    [InlineData("Fe,Co,Ni,Mn,Cr")]
    public void A_material_that_nobody_foresaw_takes_no_other_with_it(string faulty)
    {
        using var model = new Faulty(faulty.Split(','), () => new IndexOutOfRangeException("at 12"));
        IReadOnlyList<Prediction> predictions = model.PredictEach(Materials);
        Assert.Equal(faulty.Split(','), Materials.Where((_, row) => !predictions[row].Succeeded).Select(material => material.Id));
        Assert.All(predictions.Where(prediction => !prediction.Succeeded), prediction =>
        {
            Assert.Equal("This is a fault of Lodestone (IndexOutOfRangeException: at 12); please report it with the input and what --verbose says.", prediction.Failure);
            Assert.IsType<IndexOutOfRangeException>(prediction.Fault);
        });
        Assert.All(predictions.Where(prediction => prediction.Succeeded), prediction => Assert.Equal(1, prediction.Estimates[0].Mean));
    }

    [Fact]
    public void Threads_may_wrap_what_was_thrown()
    {
        using var model = new Faulty(["Ni"], () => new AggregateException(new DivideByZeroException()));
        Assert.Contains("DivideByZeroException", model.PredictEach(Materials)[2].Failure);
    }

    [Fact]
    public void Interruptions_and_the_end_of_the_memory_concern_all()
    {
        using var interrupted = new Faulty(["Ni"], () => new AggregateException(new OperationCanceledException()));
        using var full = new Faulty(["Ni"], () => new OutOfMemoryException());
        Assert.Throws<AggregateException>(() => interrupted.PredictEach(Materials));
        Assert.Throws<OutOfMemoryException>(() => full.PredictEach(Materials));
    }

    private sealed class Faulty(string[] at, Func<Exception> exception) : IPropertyModel
    {
        public IReadOnlyList<Target> Targets { get; } = [new("energy_eV")];

        public IReadOnlyList<Prediction> Predict(IReadOnlyList<Material> materials, CancellationToken cancellation = default) =>
            materials.Any(material => at.Contains(material.Id)) ? throw exception() : [.. materials.Select(_ => Prediction.Of([new Estimate(1, 0, 0, null)]))];

        public void Dispose()
        {
        }
    }
}
