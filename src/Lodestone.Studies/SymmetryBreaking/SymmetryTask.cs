using Lodestone.Symmetry;
using Lodestone.Symmetry.Representations;
using static TorchSharp.torch;

namespace Lodestone.Studies.SymmetryBreaking;

/// <summary>Something to learn where inputs are symmetric and good outputs are less so.</summary>
public abstract class SymmetryTask
{
    private protected SymmetryTask()
    {
    }

    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>What <see cref="Score"/> measures.</summary>
    public abstract string Metric { get; }

    /// <summary>The score of a perfect network.</summary>
    public abstract double Ideal { get; }

    /// <summary>The best score that any equivariant network can have, exactly.</summary>
    public abstract double EquivariantLimit { get; }

    /// <summary>How the group acts on what the network reads.</summary>
    internal abstract Representation Input { get; }

    /// <summary>How it acts on what breaks ties: the learned vector, or the noise.</summary>
    internal abstract Representation Breaker { get; }

    /// <summary>How it permutes hidden vectors.</summary>
    internal abstract PermutationRepresentation Hidden { get; }

    /// <summary>How it acts on what the network gives.</summary>
    internal abstract Representation Output { get; }

    /// <summary>What to learn from.</summary>
    /// <param name="random">Where random inputs come from.</param>
    /// <returns>[rows, …]</returns>
    internal abstract Tensor Data(Generator random);

    /// <summary>What the network reads of the data; the data themselves unless a task encodes them.</summary>
    internal virtual Tensor Read(Tensor data) => data;

    /// <summary>What training makes small.</summary>
    /// <param name="data">As from <see cref="Data"/>.</param>
    /// <param name="outputs">[rows, output dimension].</param>
    /// <param name="progress">The part of the training that is over, from 0 to 1.</param>
    internal abstract Tensor Loss(Tensor data, Tensor outputs, double progress);

    /// <summary>The score on symmetric inputs, which the task knows.</summary>
    /// <param name="predict">From inputs [rows, input dimension] to outputs [rows, output dimension].</param>
    internal abstract double Score(Func<Tensor, Tensor> predict);
}
