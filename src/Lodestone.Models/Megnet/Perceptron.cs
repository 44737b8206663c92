using Lodestone.Models.Dense;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Megnet;

/// <summary>Dense layers with the activation softplus(x) − ln 2 between them, and after the last where it is asked for.</summary>
internal sealed class Perceptron : nn.Module<Tensor, Tensor>
{
    private readonly bool _activateLast;
    private readonly ModuleList<Linear> layers;

    /// <summary>Makes a perceptron.</summary>
    /// <param name="widths">Number of inputs, then that of the outputs of each layer.</param>
    /// <param name="activateLast">Whether the activation follows the last layer.</param>
    public Perceptron(int[] widths, bool activateLast)
        : base(nameof(Perceptron))
    {
        _activateLast = activateLast;
        layers = nn.ModuleList(widths.Zip(widths.Skip(1), GlorotLinear.Create).ToArray());
        RegisterComponents();
    }

    /// <summary>softplus(x) − ln 2: smooth, and zero at zero.</summary>
    public static Tensor Activate(Tensor values) => nn.functional.softplus(values) - Math.Log(2);

    /// <inheritdoc />
    /// <param name="values">[rows, inputs].</param>
    /// <returns>[rows, outputs]</returns>
    public override Tensor forward(Tensor values)
    {
        for (int i = 0; i < layers.Count; i++)
        {
            values = layers[i].forward(values);
            if (_activateLast || i < layers.Count - 1) values = Activate(values);
        }

        return values;
    }
}
