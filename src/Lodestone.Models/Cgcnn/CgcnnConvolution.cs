using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Cgcnn;

/// <summary>
/// One convolution of CGCNN (Xie and Grossman 2018, equation 5):
/// <code>v_i ← softplus(v_i + BN(Σ_k σ(f_ik) ⊙ softplus(c_ik))),  [f, c]_ik = BN(W [v_i, v_k, u_ik] + b)</code>
/// with the linear map taken apart, W [v_i, v_k, u_ik] = W_s v_i + W_t v_k + W_e u_ik: the same function, whose first two terms are
/// computed once an atom instead of once an edge.
/// </summary>
internal sealed class CgcnnConvolution : nn.Module<Tensor, CgcnnEdges, Tensor>
{
    private const double Epsilon = 1e-5;
    private readonly int _features;
    private readonly Parameter atoms_weight;
    private readonly Parameter atoms_bias;
    private readonly Parameter edges_weight;
    private readonly Parameter gate_norm_weight;
    private readonly Parameter gate_norm_bias;
    private readonly Tensor gate_norm_mean;
    private readonly Tensor gate_norm_variance;
    private readonly BatchNorm1d sum_norm;

    /// <summary>Makes a convolution.</summary>
    /// <param name="features">F, the length of an atom's feature vector.</param>
    /// <param name="gaussians">Number of Gaussians of an edge.</param>
    public CgcnnConvolution(int features, int gaussians)
        : base(nameof(CgcnnConvolution))
    {
        _features = features;
        double bound = 1 / Math.Sqrt(2 * features + gaussians); // the default of one linear layer over [v_i, v_k, u_ik]
        atoms_weight = new Parameter((rand(4 * features, features) * 2 - 1) * bound);
        Tensor bias = (rand(2 * features) * 2 - 1) * bound;
        atoms_bias = new Parameter(bias);
        edges_weight = new Parameter((rand(gaussians, 2 * features) * 2 - 1) * bound);
        gate_norm_weight = new Parameter(ones(2 * features));
        gate_norm_bias = new Parameter(zeros(2 * features));
        gate_norm_mean = zeros(2 * features);
        gate_norm_variance = ones(2 * features);
        sum_norm = nn.BatchNorm1d(features, Epsilon, CgcnnNetwork.NormalizationMomentum);
        register_parameter(nameof(atoms_weight), atoms_weight);
        register_parameter(nameof(atoms_bias), atoms_bias);
        register_parameter(nameof(edges_weight), edges_weight);
        register_parameter(nameof(gate_norm_weight), gate_norm_weight);
        register_parameter(nameof(gate_norm_bias), gate_norm_bias);
        register_buffer(nameof(gate_norm_mean), gate_norm_mean);
        register_buffer(nameof(gate_norm_variance), gate_norm_variance);
        register_module(nameof(sum_norm), sum_norm);
    }

    /// <summary>Running means and variances of its batch normalizations.</summary>
    public IEnumerable<Tensor> RunningStatistics => [gate_norm_mean, gate_norm_variance, sum_norm.running_mean!, sum_norm.running_var!];

    /// <inheritdoc />
    /// <param name="atoms">[atoms, F].</param>
    /// <param name="edges">The edges of the batch.</param>
    /// <returns>[atoms, F]</returns>
    public override Tensor forward(Tensor atoms, CgcnnEdges edges)
    {
        // Columns 0:2F belong to the source of an edge and carry the bias, columns 2F:4F to its target.
        using Tensor bias = cat([atoms_bias, zeros_like(atoms_bias)]);
        Tensor projected = nn.functional.linear(atoms, atoms_weight, bias);
        Tensor sums = edges.Fused ? Fused(projected, edges) : Plain(projected, edges);
        return nn.functional.softplus(atoms + sum_norm.forward(sums));
    }

    private Tensor Fused(Tensor projected, CgcnnEdges edges)
    {
        Tensor statistics = training ? BatchStatistics(projected, edges.ForKernel) : stack([gate_norm_mean, gate_norm_variance]);
        return GatedSum.Apply(projected, edges_weight, gate_norm_weight, gate_norm_bias, statistics, training, Epsilon, edges.ForKernel);
    }

    private unsafe Tensor BatchStatistics(Tensor projected, GatedSumEdges edges)
    {
        using var _ = no_grad();
        Tensor statistics = empty(2, 2 * _features);
        var mean = new Span<float>(GatedSum.Data(statistics), 2 * _features);
        var variance = new Span<float>(GatedSum.Data(statistics) + 2 * _features, 2 * _features);
        new GatedSumKernel(edges, _features)
            .Statistics(GatedSum.Data(projected), GatedSum.Data(edges_weight), mean, variance);
        Update(gate_norm_mean, statistics[0]);
        Update(gate_norm_variance, statistics[1] * ((double)edges.Edges / Math.Max(1, edges.Edges - 1)));
        return statistics;
    }

    private static void Update(Tensor running, Tensor current)
    {
        running.mul_(1 - CgcnnNetwork.NormalizationMomentum);
        running.add_(current, alpha: CgcnnNetwork.NormalizationMomentum);
    }

    private Tensor Plain(Tensor projected, CgcnnEdges edges)
    {
        Tensor z = projected.narrow(1, 0, 2 * _features).index_select(0, edges.Source)
            + projected.narrow(1, 2 * _features, 2 * _features).index_select(0, edges.Target)
            + matmul(edges.Gaussians, edges_weight);
        Tensor y = nn.functional.batch_norm(z, gate_norm_mean, gate_norm_variance, gate_norm_weight, gate_norm_bias, training, CgcnnNetwork.NormalizationMomentum, Epsilon);
        Tensor[] halves = y.chunk(2, 1);
        Tensor messages = halves[0].sigmoid() * nn.functional.softplus(halves[1]);
        return zeros(projected.shape[0], _features, dtype: projected.dtype).index_add_(0, edges.Source, messages, 1);
    }
}
