using Lodestone.Data;
using Lodestone.Learning.Files;

namespace Lodestone.Models.Estimators;

/// <summary>Makes estimators of one kind: by training, or of what was stored.</summary>
/// <typeparam name="TOptions">The hyper-parameters.</typeparam>
public interface ILearner<TOptions>
{
    /// <summary>Trains an estimator.</summary>
    /// <param name="options">Hyper-parameters.</param>
    /// <param name="rows">What to learn from.</param>
    /// <param name="seeds">Everything random takes its seed from here.</param>
    /// <param name="progress">Told how many of how many rounds (trees, say) are done.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="Matter.InputException">An option cannot be used, or the rows cannot be learnt from.</exception>
    IEstimator Train(TOptions options, LabelledRows rows, Seeds seeds, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation);

    /// <summary>Makes an estimator of what <see cref="IEstimator.Save"/> gave.</summary>
    /// <param name="targets">The targets that it was trained for.</param>
    /// <param name="tensors">Its tensors.</param>
    /// <exception cref="Matter.InputException">The tensors are not those of such an estimator.</exception>
    IEstimator Load(IReadOnlyList<TargetDescription> targets, TensorReader tensors);

    /// <summary>Checks the options.</summary>
    /// <exception cref="Matter.InputException">An option is out of its range.</exception>
    void Check(TOptions options);
}
