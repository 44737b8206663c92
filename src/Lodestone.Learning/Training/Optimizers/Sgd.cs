using TorchSharp;

namespace Lodestone.Learning.Training.Optimizers;

/// <summary>Gradient descent with a velocity v ← μ·v + g; the step is −rate·v, or −rate·(g + μ·v) with Nesterov's momentum.</summary>
internal sealed class Sgd : Optimizer
{
    private readonly OptimizerOptions _options;
    private readonly torch.Tensor _velocity;

    public Sgd(OptimizerOptions options, torch.Tensor parameters)
    {
        _options = options;
        _velocity = torch.zeros_like(parameters).DetachFromDisposeScope();
        State = new Dictionary<string, torch.Tensor> { ["velocity"] = _velocity };
    }

    public override IReadOnlyDictionary<string, torch.Tensor> State { get; }

    public override void Step(torch.Tensor parameters, torch.Tensor gradients, double rate, long step)
    {
        if (_options.WeightDecay > 0)
            gradients.add_(parameters, alpha: _options.WeightDecay);
        _velocity.mul_(_options.Momentum).add_(gradients);
        torch.Tensor direction = _options.Nesterov ? gradients.add_(_velocity, alpha: _options.Momentum) : _velocity;
        parameters.add_(direction, alpha: -rate);
    }
}
