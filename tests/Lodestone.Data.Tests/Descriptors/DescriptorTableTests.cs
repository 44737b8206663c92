using Lodestone.Data.Descriptors;

namespace Lodestone.Data.Tests.Descriptors;

public sealed class DescriptorTableTests
{
    [Fact]
    public void Rows_keep_their_order_and_do_not_depend_on_threads()
    {
        Material[] materials = [.. Enumerable.Range(1, 500).Select(i => Formulas.Material($"Fe{i}O{501 - i}"))];
        int calls = 0;
        DescriptorTable one = DescriptorTable.Of(materials, ElementFractions.EightySix, threads: 1, () => calls++);
        DescriptorTable many = DescriptorTable.Of(materials, ElementFractions.EightySix, threads: 8);

        Assert.Equal(500, calls);
        Assert.True(one.Values.SequenceEqual(many.Values));
        int iron = one.Descriptors.Select(descriptor => descriptor.Name).ToList().IndexOf("fraction_Fe");
        Assert.Equal(Enumerable.Range(1, 500).Select(i => i / 501.0), Enumerable.Range(0, 500).Select(row => one[row, iron]));
    }

    [Fact]
    public void What_cannot_be_described_has_a_reason_and_no_numbers()
    {
        DescriptorTable table = DescriptorTable.Of([Formulas.Material("Fe"), Formulas.Material("HeO"), Formulas.Material("Co")], ElementFractions.EightySix);

        DescriptorFailure failure = Assert.Single(table.Failures);
        Assert.Equal((1, "HeO"), (failure.Row, failure.Id));
        Assert.Contains("He", failure.Reason);
        Assert.All(table.Row(1).ToArray(), value => Assert.True(double.IsNaN(value)));
        Assert.Equal(1, table.Row(2).ToArray().Sum());
    }

    [Fact]
    public void No_materials_make_an_empty_table() =>
        Assert.True(DescriptorTable.Of([], ElementFractions.AllElements).Values.IsEmpty);

    [Fact]
    public void A_defect_is_not_taken_for_a_failure() =>
        Assert.ThrowsAny<Exception>(() => DescriptorTable.Of([null!], ElementFractions.AllElements));

    [Fact]
    public void It_can_be_ended()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            DescriptorTable.Of([Formulas.Material("Fe")], ElementFractions.AllElements, cancellation: stop.Token));
    }
}
