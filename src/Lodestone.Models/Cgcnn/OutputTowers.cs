using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Cgcnn;

/// <summary>
/// Hidden layers that each output has of its own, so that targets share the trunk only: MT-CGCNN, S. Sanyal et al., arXiv:1811.05660 (2018).
/// </summary>
internal sealed class OutputTowers : nn.Module<Tensor, Tensor>
{
    private readonly ModuleList<Sequential> towers;

    /// <summary>Makes the layers with random weights from torch's generator.</summary>
    /// <param name="inputs">Length of the shared features.</param>
    /// <param name="width">Width of the hidden layers.</param>
    /// <param name="layers">Number of hidden layers of each output.</param>
    /// <param name="outputs">Number of outputs.</param>
    public OutputTowers(int inputs, int width, int layers, int outputs)
        : base(nameof(OutputTowers))
    {
        towers = nn.ModuleList(Enumerable.Range(0, outputs).Select(_ => nn.Sequential(
        [
            .. Enumerable.Range(0, layers).SelectMany(layer => new nn.Module<Tensor, Tensor>[] { nn.Linear(layer == 0 ? inputs : width, width), nn.Softplus() }),
            nn.Linear(width, 1),
        ])).ToArray());
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="rows">[rows, inputs].</param>
    /// <returns>[rows, outputs]</returns>
    public override Tensor forward(Tensor rows) => cat([.. towers.Select(tower => tower.forward(rows))], 1);
}
