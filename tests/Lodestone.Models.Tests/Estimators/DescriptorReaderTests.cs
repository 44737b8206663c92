using Lodestone.Data;
using Lodestone.Data.Descriptors;
using Lodestone.Matter;
using Lodestone.Models.Estimators;

namespace Lodestone.Models.Tests.Estimators;

public sealed class DescriptorReaderTests
{
    [Theory]
    [InlineData(2.82049, 4, 2.820)]
    [InlineData(-452.96720, 4, -453.0)]
    [InlineData(9.99996, 4, 10)]
    [InlineData(10.0000001, 4, 10)]
    [InlineData(0.00123456, 4, 0.001235)]
    [InlineData(0.00099, 4, 0)]
    [InlineData(-2.2e-16, 4, 0)]
    [InlineData(0.0, 4, 0)]
    [InlineData(double.NaN, 4, double.NaN)]
    [InlineData(2.82049, null, 2.82049)]
    [InlineData(2.2e-16, null, 2.2e-16)]
    public void Numbers_are_rounded(double value, int? digits, double expected)
    {
        var (rows, failures) = new DescriptorReader(new Constant(value), [], digits).Read([Iron()], TestContext.Current.CancellationToken);

        Assert.Null(failures[0]);
        Assert.Equal((float)expected, rows[0, 0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void A_rounding_that_means_nothing_is_refused(int digits) =>
        Assert.Contains("significant_digits", Assert.Throws<InputException>(() => new DescriptorReader(new Constant(1), [], digits)).Message);

    private static Material Iron() => new("Fe", Composition.Parse("Fe"), null);

    private sealed class Constant(double value) : DescriptorSet
    {
        public override string Name => "constant";

        public override IReadOnlyList<Descriptor> Descriptors { get; } = [new("constant", "", "A number.", "Here.")];

        public override bool NeedsStructure => false;

        public override void Describe(Material material, Span<double> values) => values[0] = value;
    }
}
