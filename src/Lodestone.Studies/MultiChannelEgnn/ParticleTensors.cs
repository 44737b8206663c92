using Lodestone.Models.Egnn;
using static TorchSharp.torch;

namespace Lodestone.Studies.MultiChannelEgnn;

/// <summary>A batch as the networks read it: in each system every particle acts on every other.</summary>
internal sealed class ParticleTensors
{
    /// <summary>Makes the tensors of a batch.</summary>
    public ParticleTensors(ParticleBatch batch)
    {
        Positions = tensor(batch.Positions).view(-1, 3);
        Velocities = tensor(batch.Velocities).view(-1, 3);
        Charges = tensor(batch.Charges).unsqueeze(1);
        var (start, target) = Pairs(batch.Systems, batch.Particles);
        var bare = new EgnnEdges(start, target);
        Tensor squares = (Positions.index_select(0, bare.Source) - Positions.index_select(0, bare.Target)).square().sum(1, keepdim: true);
        Edges = new EgnnEdges(start, target)
        {
            Attributes = cat([Charges.index_select(0, bare.Source) * Charges.index_select(0, bare.Target), squares], 1),
        };
    }

    /// <summary>Charges or logarithms of masses: [particles of all systems, 1].</summary>
    public Tensor Charges { get; }

    /// <summary>[particles of all systems, 3].</summary>
    public Tensor Positions { get; }

    /// <summary>[particles of all systems, 3].</summary>
    public Tensor Velocities { get; }

    /// <summary>All pairs, with q_i q_j and the squared distance as attributes.</summary>
    public EgnnEdges Edges { get; }

    private static (int[] Start, int[] Target) Pairs(int systems, int particles)
    {
        var target = new int[systems * particles * (particles - 1)];
        int edge = 0;
        for (int source = 0; source < systems * particles; source++)
        {
            int first = source / particles * particles;
            for (int other = first; other < first + particles; other++)
                if (other != source) target[edge++] = other;
        }

        return ([.. Enumerable.Range(0, systems * particles + 1).Select(i => i * (particles - 1))], target);
    }
}
