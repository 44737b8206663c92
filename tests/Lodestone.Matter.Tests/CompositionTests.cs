using CsCheck;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Tests;

public sealed class CompositionTests
{
    private static readonly Gen<double> GenAmount = Gen.OneOf(
        Gen.Int[1, 40].Select(n => (double)n),
        Gen.Int[1, 99_999].Select(n => n / 1000.0),
        Gen.Double[1e-7, 1e6]);

    private static readonly Gen<Composition> GenComposition =
        from elements in Gen.Int[1, Element.Count].HashSet[1, 8]
        from amounts in GenAmount.Array[elements.Count]
        from charge in Gen.Int[-4, 4]
        select new Composition(elements.Zip(amounts, (number, amount) => KeyValuePair.Create(new Element(number), amount)), charge);

    [Fact]
    public void A_written_formula_reads_back_as_the_same_composition() =>
        GenComposition.Sample(composition => Composition.Parse(composition.Formula).Equals(composition));

    [Fact]
    public void The_order_of_elements_does_not_matter() =>
        (from composition in GenComposition
         from order in Gen.Shuffle(composition.Amounts.ToArray())
         select (composition, order))
        .Sample((composition, order) =>
        {
            string text = string.Concat(order.Select(pair => new Composition([pair]).AlphabeticalFormula));
            return Composition.Parse(text).Amounts.SequenceEqual(composition.Amounts);
        });

    [Fact]
    public void A_bracket_multiplies_what_it_holds() =>
        (from inner in Gen.Int[1, Element.Count].HashSet[1, 5]
         from tenths in Gen.Int[1, 99].Array[inner.Count]
         from factor in Gen.Int[1, 12]
         select (elements: inner.ToArray(), tenths, factor))
        .Sample(x =>
        {
            string Format(int scale) => string.Concat(x.elements.Select((number, i) =>
                $"{new Element(number)}{x.tenths[i] * scale / 10}.{x.tenths[i] * scale % 10}"));
            return Composition.Parse($"({Format(1)}){x.factor}").Equals(Composition.Parse(Format(x.factor)));
        });

    [Fact]
    public void Reduction_forgets_only_a_common_factor() =>
        (from composition in Gen.Int[1, Element.Count].HashSet[1, 6]
         from amounts in Gen.Int[1, 30].Array[composition.Count]
         from factor in Gen.Int[1, 20]
         select (elements: composition.ToArray(), amounts, factor))
        .Sample(x =>
        {
            Composition Times(double factor) =>
                new(x.elements.Select((number, i) => KeyValuePair.Create(new Element(number), x.amounts[i] * factor)));
            Composition one = Times(1), many = Times(x.factor), half = Times(0.5);
            Assert.Equal(one.Reduced, many.Reduced);
            Assert.Equal(one.Reduced, half.Reduced);
            Assert.Equal(many.Reduced, many.Reduced.Reduced);
            Assert.Equal(one.ReducedFormula, many.ReducedFormula);
            Assert.Equal(one.AnonymousFormula, half.AnonymousFormula);
            foreach (Element element in one.Elements) Assert.Equal(one.Fraction(element), many.Fraction(element), 1e-12);
        });

    [Theory]
    [InlineData("Fe4O6", "Fe2O3", "A2B3", "Fe4O6", "Fe-O")]
    [InlineData("C6H12O6", "H2CO", "ABC2", "C6H12O6", "C-H-O")]
    [InlineData("Co2MnSi", "MnCo2Si", "ABC2", "Co2MnSi", "Co-Mn-Si")]
    [InlineData("NaN", "NaN", "AB", "NNa", "N-Na")]
    [InlineData("OEu", "EuO", "AB", "EuO", "Eu-O")]
    [InlineData("SmCo5", "SmCo5", "AB5", "Co5Sm", "Co-Sm")]
    [InlineData("Li0.5FeO2", "LiFe2O4", "AB2C4", "FeLi0.5O2", "Fe-Li-O")]
    [InlineData("O2", "O", "A", "O2", "O")]
    [InlineData("C60Cl2", "C30Cl", "AB30", "C60Cl2", "C-Cl")]
    public void Formulas_have_the_usual_forms(string text, string reduced, string anonymous, string hill, string system)
    {
        Composition composition = Composition.Parse(text);
        Assert.Equal(reduced, composition.ReducedFormula);
        Assert.Equal(anonymous, composition.AnonymousFormula);
        Assert.Equal(hill, composition.HillFormula);
        Assert.Equal(system, composition.ChemicalSystem);
    }

    [Fact]
    public void Amounts_and_mass_add_up()
    {
        Composition water = Composition.Parse("H2O");
        Assert.Equal(18.015, water.Mass, 1e-9);
        Assert.Equal(3, water.TotalAmount);
        Assert.Equal(2 / 3.0, water.Fraction(Element.Parse("H")), 1e-15);
        Assert.Equal(0, water[Element.Parse("Fe")]);
        Assert.Equal(["H", "O"], water.Elements.Select(element => element.Symbol));
    }

    [Fact]
    public void Fractions_add_to_one() =>
        GenComposition.Sample(composition => Math.Abs(composition.Elements.Sum(composition.Fraction) - 1) < 1e-12);

    [Fact]
    public void Equality_is_by_value_and_not_by_ratio()
    {
        Assert.Equal(Composition.Parse("OFe"), Composition.Parse("FeO"));
        Assert.Equal(Composition.Parse("OFe").GetHashCode(), Composition.Parse("FeO").GetHashCode());
        Assert.NotEqual(Composition.Parse("Fe2O2"), Composition.Parse("FeO"));
        Assert.NotEqual(Composition.Parse("Fe2+"), Composition.Parse("Fe3+"));
    }

    [Fact]
    public void Amounts_that_have_no_whole_ratio_stay_as_they_are()
    {
        Composition alloy = Composition.Parse("Fe0.62015C0.3333333");
        Assert.Same(alloy, alloy.Reduced);
        Assert.Equal("Fe0.62015C0.3333333", alloy.ReducedFormula);
    }

    [Fact]
    public void More_than_twenty_six_elements_have_different_letters()
    {
        var all = new Composition(Element.All.Select(element => KeyValuePair.Create(element, (double)element.AtomicNumber)));
        Assert.StartsWith("AB2C3", all.AnonymousFormula);
        Assert.Contains("Z26Aa27Ba28", all.AnonymousFormula);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_amount_that_cannot_be_is_refused(double amount) =>
        Assert.Throws<ArgumentException>(() => new Composition([KeyValuePair.Create(new Element(26), amount)]));

    [Fact]
    public void A_structure_counts_species_by_occupancy()
    {
        Element iron = Element.Parse("Fe"), cobalt = Element.Parse("Co");
        var third = new Species(iron, 1.0 / 3);
        Site[] sites =
        [
            .. Enumerable.Repeat(new Site([third], default, default), 3),
            new Site([new Species(cobalt, 0.7), new Species(iron, 0.3)], new Vector3D(0.5, 0.5, 0.5), default),
        ];
        var structure = new Structure(null, [.. sites]);
        Assert.Equal(Composition.Parse("Fe1.3Co0.7"), structure.Composition);
        Assert.Same(structure.Composition, structure.Composition);
    }
}
