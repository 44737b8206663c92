using System.Collections.Immutable;
using Lodestone.Learning;

namespace Lodestone.App.Screening;

/// <summary>
/// What a model of the measured magnetic order says beside a predicted magnetization. Calculated magnetizations mostly begin from ferromagnetic
/// order, so that a crystal with a large one may be an antiferromagnet; such rows are marked.
/// </summary>
/// <remarks>
/// Among the measured structures, antiferromagnets are far more frequent than among predicted magnets. A row is therefore judged as if both were
/// equally frequent: the odds of a net moment are divided by those in the training rows (Saerens, Latinne and Decaestecker, Neural Comput. 14, 21
/// (2002), eq. 2.4).
/// </remarks>
public sealed class MagneticOrderAdvice
{
    /// <summary>How a row is marked.</summary>
    public const string Flag = "probably antiferromagnetic";

    /// <summary>Rows with less predicted magnetization, µB/Å³, are never marked: they are no strong magnets either way.</summary>
    public const double SmallestMagnetization = 0.02;

    private const double Even = 0.5;
    private const int ShareDecimals = 2;

    private readonly int _magnetization;
    private readonly int _netMoment;

    private MagneticOrderAdvice(int magnetization, int netMoment, double share)
    {
        _magnetization = magnetization;
        _netMoment = netMoment;
        EvenShare = share;
    }

    /// <summary>
    /// The probability of a net moment below which a row is marked: the share of training rows with a net moment, to two digits; one half where
    /// the model file does not know it.
    /// </summary>
    public double EvenShare { get; }

    /// <summary>Finds the two quantities: <c>magnetization_uB_A3</c> and <c>has_net_moment</c>.</summary>
    /// <param name="quantities">What is predicted.</param>
    /// <param name="models">The models that predict it.</param>
    /// <returns>Null where they are not both predicted.</returns>
    public static MagneticOrderAdvice? Of(ImmutableArray<Quantity> quantities, IEnumerable<NamedModel> models)
    {
        int magnetization = quantities.IndexOf(new Quantity(Quantity.Magnetization)), netMoment = quantities.IndexOf(new Quantity(Quantity.NetMoment));
        if (magnetization < 0 || netMoment < 0) return null;
        double? share = models.SelectMany(model => model.File.Description.Targets).First(target => target.Target.Name == Quantity.NetMoment).TrainingShare;
        return new MagneticOrderAdvice(magnetization, netMoment, share is > 0 and < 1 ? Math.Round(share.Value, ShareDecimals) : Even);
    }

    /// <summary>
    /// True for a model of the magnetic order alone in a ranking by something else: a material that it cannot take is ranked without its advice.
    /// </summary>
    /// <param name="targets">What the model predicts.</param>
    /// <param name="goal">What is ranked by.</param>
    public static bool Advises(IEnumerable<Target> targets, string goal) =>
        targets.All(target => target.Name is Quantity.NetMoment or Quantity.PropagationVector && target.Name != goal);

    /// <summary>The probability, above one half, that experiment finds no net moment in a predicted magnet, were both equally frequent.</summary>
    /// <returns>Null for a row that is not marked.</returns>
    public double? ProbablyAntiferromagnetic(PredictedRow row)
    {
        if (row.Estimates[_magnetization] is not { Mean: >= SmallestMagnetization } || row.Estimates[_netMoment] is not { } moment || moment.Mean >= EvenShare)
            return null;
        double with = moment.Mean / EvenShare, without = (1 - moment.Mean) / (1 - EvenShare);
        return without / (with + without);
    }
}
