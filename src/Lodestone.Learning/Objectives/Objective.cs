using Lodestone.Learning.Heads;
using TorchSharp;

namespace Lodestone.Learning.Objectives;

/// <summary>
/// What training makes small: Σ over targets of weight × mean loss over the rows that have a label, plus penalties. A target without a
/// label in the batch adds nothing, so its missing values never touch the gradients of the others.
/// </summary>
/// <param name="heads">The heads of the network.</param>
/// <param name="penalties">Terms that need no labels.</param>
public sealed class Objective(HeadSet heads, params IReadOnlyList<IPenalty> penalties)
{
    /// <summary>The heads of the network.</summary>
    public HeadSet Heads { get; } = heads;

    /// <summary>The penalties.</summary>
    public IReadOnlyList<IPenalty> Penalties { get; } = penalties;

    /// <summary>The loss of a batch, a scalar tensor.</summary>
    /// <param name="raw">Outputs of the network, [rows, <see cref="HeadSet.Outputs"/>].</param>
    /// <param name="labels">One a target.</param>
    /// <exception cref="ArgumentException">No target has a label and there is no penalty.</exception>
    public torch.Tensor Loss(torch.Tensor raw, IReadOnlyList<TargetLabels> labels)
    {
        torch.Tensor? total = null;
        for (int i = 0; i < Heads.Count; i++)
            if (labels[i].Rows.Length > 0)
                Add(TargetLosses(i, raw, labels[i]).mean() * Heads[i].Target.Weight);
        foreach (IPenalty penalty in Penalties)
            Add(penalty.Value(raw));
        return total ?? throw new ArgumentException("The batch has no label.", nameof(labels));

        void Add(torch.Tensor term) => total = total is null ? term : total + term;
    }

    /// <summary>The loss of each labelled row of one target (or of each material, where the head takes the sites of one together), neither weighted
    /// nor averaged.</summary>
    /// <param name="index">Index of the target.</param>
    /// <param name="raw">Outputs of the network, [rows, <see cref="HeadSet.Outputs"/>].</param>
    /// <param name="labels">The labels of the target; at least one.</param>
    /// <returns>[losses]</returns>
    public torch.Tensor TargetLosses(int index, torch.Tensor raw, TargetLabels labels)
    {
        torch.Tensor outputs = Heads.Slice(raw, index);
        if (labels.Rows.Length < raw.shape[0])
            outputs = outputs.index_select(0, torch.tensor(labels.Rows, device: raw.device));
        torch.Tensor scaled = torch.tensor(labels.Scaled, device: raw.device);
        return labels.Materials is { } materials ? Heads[index].Loss(outputs, scaled, materials) : Heads[index].Loss(outputs, scaled);
    }
}
