using Lodestone.Data;
using Lodestone.Matter;

namespace Lodestone.Learning;

/// <summary>Predicts so that a material which makes a model fail in a way that nobody foresaw takes no other with it.</summary>
public static class GuardedPrediction
{
    /// <summary>Predicts as <see cref="IPropertyModel.Predict"/>. Where that throws, the materials are halved until those that are to blame stand alone; they
    /// get a failed <see cref="Prediction"/> with its <see cref="Prediction.Fault"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="materials">Any number of materials.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    public static IReadOnlyList<Prediction> PredictEach(this IPropertyModel model, IReadOnlyList<Material> materials, CancellationToken cancellation = default)
    {
        try
        {
            return model.Predict(materials, cancellation);
        }
        catch (Exception e) when (materials.Count > 0 && Fault.IsOfOneEntry(e))
        {
            if (materials.Count == 1) return [Prediction.Failed(Fault.Reason(e), e)];
            int half = materials.Count / 2;
            return [.. model.PredictEach([.. materials.Take(half)], cancellation), .. model.PredictEach([.. materials.Skip(half)], cancellation)];
        }
    }
}
