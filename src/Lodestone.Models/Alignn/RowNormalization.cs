using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Alignn;

/// <summary>Batch normalization of rows that also stands batches with one row or none, whose own statistics say nothing: they are normalized
/// by the running ones.</summary>
internal sealed class RowNormalization : nn.Module<Tensor, Tensor>
{
    private readonly BatchNorm1d norm;

    /// <summary>Makes a normalization of rows of so many features.</summary>
    public RowNormalization(int features)
        : base(nameof(RowNormalization))
    {
        norm = nn.BatchNorm1d(features);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="rows">[rows, features].</param>
    /// <returns>[rows, features]</returns>
    public override Tensor forward(Tensor rows) => rows.shape[0] > 1
        ? norm.forward(rows)
        : nn.functional.batch_norm(rows, norm.running_mean, norm.running_var, norm.weight, norm.bias);
}
