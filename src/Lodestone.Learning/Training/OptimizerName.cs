namespace Lodestone.Learning.Training;

/// <summary>Optimizers.</summary>
public enum OptimizerName
{
    /// <summary>Adam; weight decay is added to the gradient. Source: D. P. Kingma and J. Ba, ICLR (2015), algorithm 1.</summary>
    Adam,

    /// <summary>Adam with weight decay apart from the gradient. Source: I. Loshchilov and F. Hutter, ICLR (2019), algorithm 2.</summary>
    AdamW,

    /// <summary>Stochastic gradient descent with momentum.
    /// Source: I. Sutskever, J. Martens, G. Dahl and G. Hinton, ICML (2013), eqs. 1–4.</summary>
    Sgd,
}
