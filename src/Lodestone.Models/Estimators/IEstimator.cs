using Lodestone.Learning;
using Lodestone.Learning.Files;

namespace Lodestone.Models.Estimators;

/// <summary>A trained learner on rows of numbers: one member of an ensemble.</summary>
public interface IEstimator : IDisposable
{
    /// <summary>Estimates every target of every row, in the unit of the target and without intervals.</summary>
    /// <param name="rows">[rows, columns], finite or NaN.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>[rows][targets]</returns>
    Estimate[][] Estimate(DataMatrix rows, CancellationToken cancellation = default);

    /// <summary>All that is needed to load it again.</summary>
    /// <param name="prefix">Put before the name of every tensor.</param>
    IEnumerable<NamedTensor> Save(string prefix);
}
