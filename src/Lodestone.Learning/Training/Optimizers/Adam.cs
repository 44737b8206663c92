using TorchSharp;

namespace Lodestone.Learning.Training.Optimizers;

/// <summary>Adam (Kingma and Ba 2015, algorithm 1) and AdamW (Loshchilov and Hutter 2019, algorithm 2).</summary>
internal sealed class Adam : Optimizer
{
    private readonly OptimizerOptions _options;
    private readonly torch.Tensor _mean;
    private readonly torch.Tensor _square;

    public Adam(OptimizerOptions options, torch.Tensor parameters)
    {
        _options = options;
        _mean = torch.zeros_like(parameters).DetachFromDisposeScope();
        _square = torch.zeros_like(parameters).DetachFromDisposeScope();
        State = new Dictionary<string, torch.Tensor> { ["mean"] = _mean, ["square"] = _square };
    }

    public override IReadOnlyDictionary<string, torch.Tensor> State { get; }

    public override void Step(torch.Tensor parameters, torch.Tensor gradients, double rate, long step)
    {
        if (_options.Name == OptimizerName.AdamW)
            parameters.mul_(1 - rate * _options.WeightDecay);
        else if (_options.WeightDecay > 0)
            gradients.add_(parameters, alpha: _options.WeightDecay);
        _mean.mul_(_options.Beta1).add_(gradients, alpha: 1 - _options.Beta1);
        _square.mul_(_options.Beta2).addcmul_(gradients, gradients, 1 - _options.Beta2);
        double meanCorrection = 1 - Math.Pow(_options.Beta1, step);
        double squareCorrection = 1 - Math.Pow(_options.Beta2, step);
        torch.Tensor denominator = _square.sqrt().mul_(1 / Math.Sqrt(squareCorrection)).add_(_options.Epsilon);
        parameters.addcdiv_(_mean, denominator, -rate / meanCorrection);
    }
}
