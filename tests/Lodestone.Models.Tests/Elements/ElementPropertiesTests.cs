using Lodestone.Matter;
using Lodestone.Models.Elements;

namespace Lodestone.Models.Tests.Elements;

public sealed class ElementPropertiesTests
{
    private static readonly float[,] Matrix = ElementProperties.ToMatrix();

    [Fact]
    public void Every_element_has_a_row_of_finite_numbers_of_its_own_and_nothing_has_zeros()
    {
        string[] rows = [.. Enumerable.Range(0, Element.Count + 1).Select(number => string.Join(' ', Row(number)))];

        Assert.All(Matrix.Cast<float>(), value => Assert.True(float.IsFinite(value)));
        Assert.All(Row(0), value => Assert.Equal(0, value));
        Assert.Equal(rows.Length, rows.Distinct().Count());
    }

    [Fact]
    public void Columns_are_one_hot_or_standardized_over_the_elements_that_have_the_property()
    {
        for (int column = 0; column < ElementProperties.Count; column++)
        {
            double[] values = [.. Enumerable.Range(1, Element.Count).Select(number => (double)Matrix[number, column])];
            if (values.All(value => value is 0 or 1))
            {
                Assert.InRange(values.Sum(), 1, Element.Count - 1);
                continue;
            }

            double[] known = [.. values.Where(value => value != 0)];
            Assert.Equal(0, known.Average(), 1e-5);
            Assert.Equal(1, known.Average(value => value * value), 0.02); // an element at the mean counts as unknown here
        }
    }

    [Fact]
    public void Elements_of_a_group_are_closer_than_strangers()
    {
        Assert.True(Distance("Pr", "Nd") < Distance("Pr", "Cl"));
        Assert.True(Distance("Cl", "Br") < Distance("Cl", "Na"));
    }

    private static float[] Row(int number) => [.. Enumerable.Range(0, ElementProperties.Count).Select(column => Matrix[number, column])];

    private static double Distance(string a, string b) =>
        Row(Element.Parse(a).AtomicNumber).Zip(Row(Element.Parse(b).AtomicNumber), (x, y) => (x - y) * (x - y)).Sum();
}
