using static TorchSharp.torch;

namespace Lodestone.Models.Cgcnn;

/// <summary>
/// <see cref="GatedSumKernel"/> as a differentiable torch function. Its backward pass is not itself differentiable: second derivatives take
/// the path of plain tensor operations in <see cref="CgcnnConvolution"/>.
/// </summary>
internal sealed unsafe class GatedSum : autograd.SingleTensorFunction<GatedSum>
{
    /// <inheritdoc />
    public override string Name => nameof(GatedSum);

    /// <summary>Applies the function.</summary>
    /// <param name="projected">P, [atoms, 4F].</param>
    /// <param name="weight">W, [Gaussians, 2F].</param>
    /// <param name="gamma">Gain of the normalization, [2F].</param>
    /// <param name="beta">Offset of the normalization, [2F].</param>
    /// <param name="statistics">Mean and biased variance of z, [2, 2F].</param>
    /// <param name="fromBatch">Whether the statistics are those of this batch, so that the gradient flows through them.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="edges">The edges of the batch.</param>
    /// <returns>[atoms, F]</returns>
    public static Tensor Apply(
        Tensor projected, Tensor weight, Tensor gamma, Tensor beta, Tensor statistics, bool fromBatch, double epsilon, GatedSumEdges edges) =>
        apply(projected, weight, gamma, beta, statistics, fromBatch, epsilon, edges);

    /// <inheritdoc />
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        Tensor projected = (Tensor)vars[0], weight = (Tensor)vars[1], gamma = (Tensor)vars[2], beta = (Tensor)vars[3], statistics = (Tensor)vars[4];
        var edges = (GatedSumEdges)vars[7];
        int features = (int)projected.shape[1] / 4;
        using var normalization = new GateNormalization(gamma, beta, statistics, (bool)vars[5], (double)vars[6]);
        Tensor output = empty(projected.shape[0], features);
        new GatedSumKernel(edges, features).Forward(Data(projected), Data(weight), normalization, Data(output));
        ctx.save_for_backward([projected, weight, gamma, beta, statistics]);
        ctx.save_data("fromBatch", vars[5]);
        ctx.save_data("epsilon", vars[6]);
        ctx.save_data("edges", edges);
        return output;
    }

    /// <inheritdoc />
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        List<Tensor> saved = ctx.get_saved_variables();
        Tensor projected = saved[0], weight = saved[1], gamma = saved[2], beta = saved[3], statistics = saved[4];
        var edges = (GatedSumEdges)ctx.get_data("edges");
        int features = (int)projected.shape[1] / 4;
        using Tensor upstream = grad_output.contiguous();
        using var normalization = new GateNormalization(gamma, beta, statistics, (bool)ctx.get_data("fromBatch"), (double)ctx.get_data("epsilon"));
        using Tensor scratch = empty(edges.Edges, 2 * features);
        Tensor gradProjected = empty_like(projected), gradWeight = empty_like(weight), gradGamma = empty_like(gamma), gradBeta = empty_like(beta);
        new GatedSumKernel(edges, features).Backward(
            Data(projected), Data(weight), normalization, Data(upstream),
            Data(gradProjected), Data(gradWeight), Data(gradGamma), Data(gradBeta), Data(scratch));
        return [gradProjected, gradWeight, gradGamma, gradBeta, null!, null!, null!, null!];
    }

    /// <summary>Address of the first element of a contiguous tensor of float32.</summary>
    internal static float* Data(Tensor tensor)
    {
        fixed (byte* bytes = tensor.bytes)
            return (float*)bytes; // the memory is libtorch's and does not move
    }
}
