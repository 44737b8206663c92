using Lodestone.Data;

namespace Lodestone.Learning;

/// <summary>Anything that predicts properties of materials: a network, an ensemble, a forest, a Gaussian process.</summary>
public interface IPropertyModel : IDisposable
{
    /// <summary>What it predicts, in the order of <see cref="Prediction.Estimates"/>.</summary>
    IReadOnlyList<Target> Targets { get; }

    /// <summary>Predicts every target of every material. Order and count of the input are kept; a material that the model cannot take
    /// gets a failed <see cref="Prediction"/>, never an exception.</summary>
    /// <param name="materials">Any number of materials.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    IReadOnlyList<Prediction> Predict(IReadOnlyList<Material> materials, CancellationToken cancellation = default);
}
