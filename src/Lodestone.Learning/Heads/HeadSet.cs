using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Lodestone.Matter;
using TorchSharp;

namespace Lodestone.Learning.Heads;

/// <summary>The heads of a network, one a target; they share its outputs from left to right.</summary>
public sealed class HeadSet : IReadOnlyList<TargetHead>
{
    private readonly ImmutableArray<TargetHead> _heads;
    private readonly ImmutableArray<int> _offsets;

    /// <summary>Gathers heads.</summary>
    /// <param name="heads">One a target, in the order of the targets.</param>
    /// <exception cref="InputException">Some targets are of materials and others of sites.</exception>
    public HeadSet(IEnumerable<TargetHead> heads)
    {
        _heads = [.. heads];
        if (Targets.Select(target => target.Level).Distinct().Count() > 1)
            throw new InputException($"The target '{Targets.First(target => target.Level == TargetLevel.Site).Name}' is of sites and '{Targets.First(target => target.Level == TargetLevel.Material).Name}' of materials; train a model for each.");
        var offsets = ImmutableArray.CreateBuilder<int>(_heads.Length);
        foreach (TargetHead head in _heads)
        {
            offsets.Add(Outputs);
            Outputs += head.Width;
        }
        _offsets = offsets.MoveToImmutable();
    }

    /// <summary>Number of outputs that the network must have: the sum of the widths.</summary>
    public int Outputs { get; }

    /// <summary>Whether the targets are of materials or of their sites.</summary>
    public TargetLevel Level => _heads.IsEmpty ? TargetLevel.Material : _heads[0].Target.Level;

    /// <summary>The targets, in order.</summary>
    public IEnumerable<Target> Targets => _heads.Select(head => head.Target);

    /// <inheritdoc/>
    public int Count => _heads.Length;

    /// <inheritdoc/>
    public TargetHead this[int index] => _heads[index];

    /// <summary>The outputs of one head.</summary>
    /// <param name="raw">Outputs of the network, [rows, <see cref="Outputs"/>].</param>
    /// <param name="index">Index of the head.</param>
    /// <returns>A view [rows, outputs that the head reads].</returns>
    public torch.Tensor Slice(torch.Tensor raw, int index) => raw.narrow(1, FirstRead(index), _heads[index].Read.Count);

    /// <summary>The estimates of every row, one a target, in the units of the targets, without intervals.</summary>
    /// <param name="raw">Outputs of the network, [rows, <see cref="Outputs"/>], float32.</param>
    public ImmutableArray<Estimate>[] Interpret(torch.Tensor raw)
    {
        using var scope = torch.NewDisposeScope();
        ReadOnlySpan<float> values = MemoryMarshal.Cast<byte, float>(raw.detach().cpu().contiguous().bytes);
        var rows = new ImmutableArray<Estimate>[raw.shape[0]];
        for (int row = 0; row < rows.Length; row++)
            rows[row] = Interpret(values.Slice(row * Outputs, Outputs));
        return rows;
    }

    /// <summary>The estimates of one row, one a target, in the units of the targets, without intervals.</summary>
    /// <param name="raw">Outputs of the network for the row, [<see cref="Outputs"/>].</param>
    public ImmutableArray<Estimate> Interpret(ReadOnlySpan<float> raw)
    {
        var estimates = ImmutableArray.CreateBuilder<Estimate>(Count);
        for (int i = 0; i < Count; i++)
            estimates.Add(_heads[i].Interpret(raw.Slice(FirstRead(i), _heads[i].Read.Count)));
        return estimates.MoveToImmutable();
    }

    /// <summary>The place of the first output of a head.</summary>
    public int First(int index) => _offsets[index];

    private int FirstRead(int index) => _offsets[index] - _heads[index].Read.Before;

    /// <inheritdoc/>
    public IEnumerator<TargetHead> GetEnumerator() => ((IEnumerable<TargetHead>)_heads).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
