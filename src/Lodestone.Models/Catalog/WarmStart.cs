using System.Text.Json.Nodes;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Matter;
using TorchSharp;

namespace Lodestone.Models.Catalog;

/// <summary>
/// Starts networks from the weights of another model, for fine-tuning. The outputs of a target come along, with its scaling, where the other model has
/// the same target with the same head; everything else comes along where names and shapes agree.
/// </summary>
internal sealed class WarmStart
{
    private readonly ModelFile _start;
    private readonly TargetDescription[] _known;
    private readonly HeadSet _heads;

    /// <summary>Prepares a start.</summary>
    /// <param name="start">The model to start from.</param>
    /// <param name="architecture">The architecture that is trained.</param>
    /// <exception cref="InputException">The model is of another architecture.</exception>
    public WarmStart(ModelFile start, string architecture)
    {
        if (start.Description.Architecture != architecture)
            throw new InputException($"The model of 'start_from' is of the architecture '{start.Description.Architecture}', the training of '{architecture}'; name a model of the same architecture, or leave 'start_from' out.");
        _start = start;
        _known = [.. start.Description.Targets, .. start.Description.Auxiliary];
        _heads = new HeadSet(TargetHead.CreateAll([.. _known.Select(target => (target.Target, target.Scaler))]));
    }

    /// <summary>Options of the other model, replaced by those that are given.</summary>
    public JsonObject Options(JsonObject given)
    {
        JsonObject options = _start.Description.Options.DeepClone().AsObject();
        foreach (var (name, value) in given) options[name] = value?.DeepClone();
        return options;
    }

    /// <summary>The scaling that the outputs of a target were learned with; null where the other model does not have it.</summary>
    public Scaler? ScalerOf(Target target) => IndexOf(target) is >= 0 and int index ? _known[index].Scaler : null;

    /// <summary>Copies what a network has in common with a member of the other model.</summary>
    /// <param name="network">The network.</param>
    /// <param name="member">Its place among the members; those of the other model serve in turn.</param>
    /// <param name="heads">What its outputs mean.</param>
    /// <param name="outputs">The names of the tensors with a row an output.</param>
    /// <returns>How many tensors came along, and the names of those that did not.</returns>
    public (int Taken, IReadOnlyList<string> New) Copy(torch.nn.Module network, int member, HeadSet heads, IReadOnlySet<string> outputs)
    {
        using var scope = torch.NewDisposeScope();
        using var noGrad = torch.no_grad();
        string prefix = ModelFile.MemberPrefix(member % _start.Description.Members);
        var left = new List<string>();
        Dictionary<string, torch.Tensor> state = network.state_dict();
        foreach (var (name, tensor) in state)
        {
            bool taken = _start.Tensors.TryGetValue(prefix + name, out NamedTensor? other)
                && (outputs.Contains(name) ? CopyOutputs(other.ToTensor(), tensor, heads) : CopyWhole(other.ToTensor(), tensor));
            if (!taken) left.Add(name);
        }

        return (state.Count - left.Count, left);
    }

    private static bool CopyWhole(torch.Tensor from, torch.Tensor to)
    {
        if (!from.shape.AsSpan().SequenceEqual(to.shape)) return false;
        to.copy_(from);
        return true;
    }

    /// <summary>Copies the rows of the targets that both have.</summary>
    /// <returns>Whether every row was copied.</returns>
    private bool CopyOutputs(torch.Tensor from, torch.Tensor to, HeadSet heads)
    {
        if (from.shape[0] != _heads.Outputs || to.shape[0] != heads.Outputs || !from.shape.AsSpan(1).SequenceEqual(to.shape.AsSpan(1))) return false;
        bool all = true;
        for (int head = 0; head < heads.Count; head++)
        {
            int other = IndexOf(heads[head].Target);
            all &= other >= 0;
            if (other >= 0) to.narrow(0, heads.First(head), heads[head].Width).copy_(from.narrow(0, _heads.First(other), heads[head].Width));
        }

        return all;
    }

    private int IndexOf(Target target) =>
        Array.FindIndex(_known, known => known.Target.Name == target.Name && known.Target.Head == target.Head && known.Target.Level == target.Level);
}
