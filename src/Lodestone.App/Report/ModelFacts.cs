using System.Globalization;
using Lodestone.App.Screening;
using Lodestone.Learning.Files;

namespace Lodestone.App.Report;

/// <summary>What a model file says of its model, in words, for the report page and for <c>model show</c>.</summary>
public static class ModelFacts
{
    /// <summary>Pairs of a term and its value; what the file does not know is left out.</summary>
    public static IEnumerable<(string Term, string Value)> Of(ModelDescription description)
    {
        yield return ("Predicts", string.Join("; ", description.Targets.Select(target => Describe(Quantity.Of(target.Target)))));
        yield return ("Architecture", description.Members == 1 ? description.Architecture : $"{description.Architecture}, {description.Members} members");
        if (description.Training is { } training)
        {
            foreach (var fact in Of(training))
                yield return fact;
        }
        yield return ("Intervals", Intervals(description));
        if (description.Notes is { Length: > 0 } notes)
            yield return ("Notes", notes);
    }

    private static string Intervals(ModelDescription description)
    {
        if (description.Targets.All(target => target.IsClass)) return "none: a probability has no interval";
        int calibration = description.Targets.Where(target => !target.IsClass).Min(target => target.Calibration?.Count ?? 0);
        return calibration > 0 ? $"calibrated on {Count(calibration)} rows that training never saw" : "none: the model was never calibrated";
    }

    private static IEnumerable<(string Term, string Value)> Of(TrainingProvenance training)
    {
        if (training.Data is { } data)
            yield return ("Data", training.DataSha256 is { } digest ? $"{data} (sha256:{digest})" : data);
        if (training.TrainingRows is { } rows)
        {
            string validation = training.ValidationRows is { } validationRows ? $", {Count(validationRows)} for validation" : "";
            string failed = training.FailedRows is > 0 and int failures ? $", {Count(failures)} unusable" : "";
            yield return ("Rows", $"{Count(rows)} for training{validation}{failed}");
        }
        if (training.Split is { } split)
            yield return ("Split", split);
        if (training.Seeds.Length > 0)
            yield return ("Seeds", string.Join(", ", training.Seeds));
        if (training.Epochs is { } epochs)
        {
            string seconds = training.Seconds is { } time ? $" in {time.ToString("N0", CultureInfo.InvariantCulture)} s" : "";
            string machine = training.Machine is { } name ? $" on {name}" : "";
            yield return ("Training", $"{Count(epochs)} epochs{seconds}{machine}");
        }
        if (training.LodestoneVersion is { } version)
            yield return ("Trained with", $"Lodestone {version}");
    }

    private static string Describe(Quantity quantity) => quantity.Unit.Length > 0 ? $"{quantity.Title}, {quantity.Unit}" : quantity.Title;

    private static string Count(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
