using Lodestone.Models.Egnn;
using static TorchSharp.torch;

namespace Lodestone.Models.Tests.Egnn;

/// <summary>Random charged particles in groups in which each acts on each.</summary>
internal sealed record ParticleInputs(Tensor Speeds, Tensor Positions, Tensor Velocities, Tensor Charges, int Groups)
{
    public const int Particles = 5;

    public static ParticleInputs Random(int groups, ScalarType type)
    {
        Tensor velocities = randn(groups * Particles, 3, dtype: type);
        return new ParticleInputs(
            velocities.square().sum(1, keepdim: true).sqrt(), randn(groups * Particles, 3, dtype: type), velocities,
            randn(groups * Particles, 1, dtype: type).sign(), groups);
    }

    public Tensor PredictedBy(EgnnDynamics network) => network.Predict(Speeds, Positions, Velocities, Edges());

    /// <summary>Turns, or turns and mirrors, by an orthogonal matrix, and shifts.</summary>
    public ParticleInputs Moved(Tensor orthogonal, Tensor shift) =>
        this with { Positions = matmul(Positions, orthogonal) + shift, Velocities = matmul(Velocities, orthogonal) };

    /// <summary>Renumbers the particles of every group in the same way.</summary>
    public ParticleInputs Permuted(Tensor rows) => this with
    {
        Speeds = Speeds[rows],
        Positions = Positions[rows],
        Velocities = Velocities[rows],
        Charges = Charges[rows],
    };

    public EgnnEdges Edges()
    {
        int nodes = Groups * Particles;
        int[] target = [.. Enumerable.Range(0, nodes).SelectMany(i => Enumerable.Range(i / Particles * Particles, Particles).Where(j => j != i))];
        var edges = new EgnnEdges([.. Enumerable.Range(0, nodes + 1).Select(i => i * (Particles - 1))], target, Positions.dtype);
        Tensor squares = (Positions[edges.Source] - Positions[edges.Target]).square().sum(1, keepdim: true);
        return new EgnnEdges([.. Enumerable.Range(0, nodes + 1).Select(i => i * (Particles - 1))], target, Positions.dtype)
        {
            Attributes = cat([Charges[edges.Source] * Charges[edges.Target], squares], 1),
        };
    }
}
