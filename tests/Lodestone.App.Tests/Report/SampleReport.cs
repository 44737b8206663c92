using System.Collections.Immutable;
using Lodestone.App.Report;
using Lodestone.App.Screening;

namespace Lodestone.App.Tests.Report;

/// <summary>A made-up report for looking at the page: no number in it means anything.</summary>
internal static class SampleReport
{
    /// <summary>Text that breaks a page that does not escape it.</summary>
    public const string Hostile = "</script><script>throw new Error('broken out')</script><img src=x onerror=\"throw 1\"> & \"quoted\" 'single' ${x} \u2028 é {{data}}";

    public static ReportData Create(int rows)
    {
        var random = new Random(7);
        string[] names =
            [Quantity.Magnetization, Quantity.MagnetizationInTesla, Quantity.AboveHull, Quantity.FormationEnergy, Quantity.NetMoment, Quantity.PropagationVector];
        ImmutableArray<ReportQuantity> quantities =
            [.. names.Select(name => new Quantity(name)).Select(quantity => new ReportQuantity(quantity.Name, quantity.Title, quantity.Unit, quantity.Decimals, quantity.IsProbability))];
        string[] formulas = ["Fe", "Fe3O4", "Nd2Fe14B", "Co2MnSi", "Fe2VAl", "SmCo5", "Cr0.5Fe0.5O2", "Fe16N2"];
        ImmutableArray<ReportRow> ranking = [.. Enumerable.Range(0, rows).Select(i => Row(i, formulas[i % formulas.Length], 0.18 * Math.Exp(-i / 60.0), random))];
        return new ReportData
        {
            Title = $"{rows} crystals ranked by predicted magnetization",
            Command = "lodestone screen examples/crystals --where \"e_above_hull_eV_atom < 0.05\"",
            Version = "0.1.0",
            Goal = new ReportGoal(0, true),
            Counts = new ReportCounts(rows + 5, rows, 3, 2),
            Filters = ["e_above_hull_eV_atom < 0.05", "without Nd,Co"],
            Quantities = quantities,
            Conversions = [1],
            Antiferromagnets = ranking.Count(row => row.Antiferromagnetic is not null),
            Rows = ranking,
            Failures =
            [
                new ReportFailure("empty", "examples/empty.cif", "The file is empty; give a CIF with a cell and atoms."),
                new ReportFailure(Hostile, "examples/" + Hostile, Hostile),
            ],
            Models =
            [
                new ReportModel("magnetization", "sha256:0f31aa42", [["Architecture", "cgcnn, 4 members"], ["Data", "Sample data, no licence"], ["Split", "by formula, seed 1"]],
                    [new ReportScore("test", names[0], 302, 0.0049, 0.0175, 0.901), new ReportScore("out of distribution", names[3], 8996, 0.081, null, null)]),
                new ReportModel("magnetic-order", "sha256:77aa0c12", [["Architecture", "forest"]],
                    [new ReportScore("test", names[4], 90, null, null, null) { Class = new ReportClassScore(0.8, 0.9, 0.84, 0.05) }]),
            ],
        };
    }

    private static ReportRow Row(int i, string formula, double magnetization, Random random)
    {
        ReportEstimate Around(double mean, double width) =>
            new(mean, width / 1.645, mean - width * (0.6 + random.NextDouble()), mean + width * (0.6 + random.NextDouble()));
        ReportEstimate inModelUnit = Around(magnetization, 0.006 + 0.02 * random.NextDouble());
        ReportEstimate tesla = new(inModelUnit.Mean * 11.654, inModelUnit.Std * 11.654, inModelUnit.Lo * 11.654, inModelUnit.Hi * 11.654);
        double netMoment = random.NextDouble();
        bool advised = i % 11 != 5;
        return new ReportRow(i + 1, i == 2 ? Hostile : $"mp-{1000 + 37 * i}", formula, $"examples/crystals/{formula}.cif",
            [
                inModelUnit, tesla, Around(0.2 * random.NextDouble(), 0.05), Around(-1.5 * random.NextDouble(), 0.08),
                advised ? Probability(netMoment) : null, advised ? Probability(random.NextDouble()) : null,
            ],
            i == 4 ? ["Two sites overlapped within 0.1 Å and were merged."] : [],
            advised && netMoment < 0.5 ? 1 - netMoment : null);
    }

    private static ReportEstimate Probability(double probability) => new(probability, 0, null, null);
}
