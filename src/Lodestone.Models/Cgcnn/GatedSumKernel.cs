using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lodestone.Models.Cgcnn;

/// <summary>
/// The inner loop of a CGCNN convolution, fused: for every atom i with edges e to neighbours t(e),
/// <code>
/// z_e   = P[i, 0:2F] + P[t, 2F:4F] + Σ_k φ_e[k] · W[first_e + k, 0:2F]
/// y_e   = scale ⊙ z_e + shift                      (a batch normalization with known statistics)
/// out_i = Σ_e σ(y_e[0:F]) ⊙ softplus(y_e[F:2F])
/// </code>
/// Nothing of the size edges × 2F is kept between the passes but one scratch buffer of the backward pass: z is cheaper to compute again
/// than to fetch. Long sums are taken in single precision within a chunk of crystals, and over the chunks in double precision.
/// </summary>
internal sealed unsafe class GatedSumKernel
{
    private const int Lanes = 8;
    private readonly GatedSumEdges _edges;
    private readonly int _features;
    private readonly int _width;

    /// <summary>Prepares the kernel for a batch.</summary>
    /// <param name="edges">The edges of the batch.</param>
    /// <param name="features">F, a multiple of eight.</param>
    public GatedSumKernel(GatedSumEdges edges, int features)
    {
        _edges = edges;
        _features = features;
        _width = 2 * features;
    }

    /// <summary>True where the number of features suits the vector length.</summary>
    public static bool Supports(int features) => features % Lanes == 0;

    /// <summary>Mean and (biased) variance of z over all edges: [2F] each.</summary>
    public void Statistics(float* p, float* w, Span<float> mean, Span<float> variance)
    {
        int chunks = _edges.Chunks;
        var partial = new double[chunks * 2 * _width];
        Run(chunk =>
        {
            float* z = stackalloc float[_width];
            var sums = new float[2 * _width];
            fixed (float* sum = sums)
            {
                for (int i = _edges.ChunkStart[chunk]; i < _edges.ChunkStart[chunk + 1]; i++)
                {
                    for (int e = _edges.EdgeStart[i]; e < _edges.EdgeStart[i + 1]; e++)
                    {
                        Linear(p, w, i, e, z);
                        for (int j = 0; j < _width; j += Lanes)
                        {
                            var value = Vector256.Load(z + j);
                            (Vector256.Load(sum + j) + value).Store(sum + j);
                            Vector256.FusedMultiplyAdd(value, value, Vector256.Load(sum + _width + j)).Store(sum + _width + j);
                        }
                    }
                }
            }

            for (int j = 0; j < sums.Length; j++)
                partial[chunk * sums.Length + j] = sums[j];
        });

        for (int j = 0; j < _width; j++)
        {
            double sum = 0, squares = 0;
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                sum += partial[chunk * 2 * _width + j];
                squares += partial[chunk * 2 * _width + _width + j];
            }

            double m = sum / _edges.Edges;
            mean[j] = (float)m;
            variance[j] = (float)Math.Max(0, squares / _edges.Edges - m * m);
        }
    }

    /// <summary>The forward pass.</summary>
    /// <param name="p">[atoms, 4F].</param>
    /// <param name="w">[Gaussians, 2F].</param>
    /// <param name="normalization">From z to y.</param>
    /// <param name="output">[atoms, F], overwritten.</param>
    public void Forward(float* p, float* w, GateNormalization normalization, float* output) => Run(chunk =>
    {
        float* z = stackalloc float[_width], scale = normalization.Scale, shift = normalization.Shift;
        for (int i = _edges.ChunkStart[chunk]; i < _edges.ChunkStart[chunk + 1]; i++)
        {
            float* sum = output + (long)i * _features;
            new Span<float>(sum, _features).Clear();
            for (int e = _edges.EdgeStart[i]; e < _edges.EdgeStart[i + 1]; e++)
            {
                Linear(p, w, i, e, z);
                for (int j = 0; j < _features; j += Lanes)
                {
                    var gate = GateMath.Sigmoid(Normalize(z, scale, shift, j));
                    var core = GateMath.Softplus(Normalize(z, scale, shift, j + _features));
                    Vector256.FusedMultiplyAdd(gate, core, Vector256.Load(sum + j)).Store(sum + j);
                }
            }
        }
    });

    /// <summary>
    /// The backward pass. With batch statistics the normalization couples the edges:
    /// ∂z = scale ⊙ (∂y − mean(∂y) − ẑ ⊙ mean(∂y ⊙ ẑ)), ẑ = (z − mean) · inverse deviation (Ioffe and Szegedy, 2015).
    /// </summary>
    /// <param name="p">[atoms, 4F].</param>
    /// <param name="w">[Gaussians, 2F].</param>
    /// <param name="normalization">From z to y.</param>
    /// <param name="upstream">Gradient of the output, [atoms, F].</param>
    /// <param name="gradP">Overwritten, [atoms, 4F].</param>
    /// <param name="gradW">Overwritten, [Gaussians, 2F].</param>
    /// <param name="gradGamma">Overwritten: Σ ∂y ⊙ ẑ, [2F].</param>
    /// <param name="gradBeta">Overwritten: Σ ∂y, [2F].</param>
    /// <param name="scratch">[edges, 2F].</param>
    public void Backward(
        float* p, float* w, GateNormalization normalization, float* upstream,
        float* gradP, float* gradW, float* gradGamma, float* gradBeta, float* scratch)
    {
        int chunks = _edges.Chunks;
        var sums = new float[chunks][];
        Run(chunk => sums[chunk] = Upstream(chunk, p, w, normalization, upstream, scratch));
        Reduce(sums, 0, gradBeta);
        Reduce(sums, _width, gradGamma);

        var meanBeta = new float[_width];
        var meanGamma = new float[_width];
        if (normalization.FromBatch)
        {
            for (int j = 0; j < _width; j++)
            {
                meanBeta[j] = gradBeta[j] / _edges.Edges;
                meanGamma[j] = gradGamma[j] / _edges.Edges;
            }
        }

        var weights = new float[chunks][];
        fixed (float* beta = meanBeta, gamma = meanGamma)
        {
            float* b = beta, g = gamma;
            Run(chunk => weights[chunk] = Downstream(chunk, p, w, normalization, b, g, scratch, gradP));
        }

        for (int row = 0; row < _edges.Gaussians; row++)
            Reduce(weights, row * _width, gradW + row * _width);
    }

    /// <summary>∂y of every edge of a chunk into the scratch buffer; returns Σ ∂y and Σ ∂y ⊙ ẑ.</summary>
    private float[] Upstream(int chunk, float* p, float* w, GateNormalization normalization, float* upstream, float* scratch)
    {
        float* z = stackalloc float[_width], scale = normalization.Scale, shift = normalization.Shift;
        float* mean = normalization.Mean, inverse = normalization.Inverse;
        var sums = new float[2 * _width];
        fixed (float* beta = sums)
        {
            float* gamma = beta + _width;
            for (int i = _edges.ChunkStart[chunk]; i < _edges.ChunkStart[chunk + 1]; i++)
            {
                float* incoming = upstream + (long)i * _features;
                for (int e = _edges.EdgeStart[i]; e < _edges.EdgeStart[i + 1]; e++)
                {
                    float* dy = scratch + (long)e * _width;
                    Linear(p, w, i, e, z);
                    for (int j = 0; j < _features; j += Lanes)
                    {
                        var gate = GateMath.Sigmoid(Normalize(z, scale, shift, j));
                        var core = GateMath.Softplus(Normalize(z, scale, shift, j + _features), out var slope);
                        var g = Vector256.Load(incoming + j);
                        var gg = g * gate;
                        Accumulate(z, dy, mean, inverse, beta, gamma, j, gg * core * (Vector256<float>.One - gate));
                        Accumulate(z, dy, mean, inverse, beta, gamma, j + _features, gg * slope);
                    }
                }
            }
        }

        return sums;
    }

    /// <summary>From ∂y to ∂z, and on to ∂P; returns the chunk's share of ∂W.</summary>
    private float[] Downstream(
        int chunk, float* p, float* w, GateNormalization normalization, float* meanBeta, float* meanGamma, float* scratch, float* gradP)
    {
        float* z = stackalloc float[_width], scale = normalization.Scale, mean = normalization.Mean, inverse = normalization.Inverse;
        var weights = new float[_edges.Gaussians * _width];
        int from = _edges.ChunkStart[chunk], to = _edges.ChunkStart[chunk + 1];
        new Span<float>(gradP + (long)from * 2 * _width, (to - from) * 2 * _width).Clear();
        fixed (float* gradW = weights)
        {
            for (int i = from; i < to; i++)
            {
                float* source = gradP + (long)i * 2 * _width;
                for (int e = _edges.EdgeStart[i]; e < _edges.EdgeStart[i + 1]; e++)
                {
                    float* dy = scratch + (long)e * _width;
                    float* target = gradP + (long)_edges.Target[e] * 2 * _width + _width;
                    Linear(p, w, i, e, z);
                    for (int j = 0; j < _width; j += Lanes)
                    {
                        var normalized = (Vector256.Load(z + j) - Vector256.Load(mean + j)) * Vector256.Load(inverse + j);
                        var dz = Vector256.Load(scale + j)
                            * (Vector256.Load(dy + j) - Vector256.Load(meanBeta + j) - normalized * Vector256.Load(meanGamma + j));
                        dz.Store(z + j);
                        (Vector256.Load(source + j) + dz).Store(source + j);
                        (Vector256.Load(target + j) + dz).Store(target + j);
                    }

                    float* row = gradW + _edges.First[e] * _width;
                    float* phi = _edges.Values + (long)e * _edges.Support;
                    for (int k = 0; k < _edges.Support; k++, row += _width)
                    {
                        var factor = Vector256.Create(phi[k]);
                        for (int j = 0; j < _width; j += Lanes)
                            Vector256.FusedMultiplyAdd(factor, Vector256.Load(z + j), Vector256.Load(row + j)).Store(row + j);
                    }
                }
            }
        }

        return weights;
    }

    /// <summary>z of one edge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Linear(float* p, float* w, int source, int edge, float* z)
    {
        float* a = p + (long)source * 2 * _width;
        float* b = p + (long)_edges.Target[edge] * 2 * _width + _width;
        float* phi = _edges.Values + (long)edge * _edges.Support;
        float* rows = w + (long)_edges.First[edge] * _width;
        int support = _edges.Support, j = 0;
        for (; j + 8 * Lanes <= _width; j += 8 * Lanes)
        {
            var z0 = Vector256.Load(a + j) + Vector256.Load(b + j);
            var z1 = Vector256.Load(a + j + 8) + Vector256.Load(b + j + 8);
            var z2 = Vector256.Load(a + j + 16) + Vector256.Load(b + j + 16);
            var z3 = Vector256.Load(a + j + 24) + Vector256.Load(b + j + 24);
            var z4 = Vector256.Load(a + j + 32) + Vector256.Load(b + j + 32);
            var z5 = Vector256.Load(a + j + 40) + Vector256.Load(b + j + 40);
            var z6 = Vector256.Load(a + j + 48) + Vector256.Load(b + j + 48);
            var z7 = Vector256.Load(a + j + 56) + Vector256.Load(b + j + 56);
            float* row = rows + j;
            for (int k = 0; k < support; k++, row += _width)
            {
                var factor = Vector256.Create(phi[k]);
                z0 = Vector256.FusedMultiplyAdd(factor, Vector256.Load(row), z0);
                z1 = Vector256.FusedMultiplyAdd(factor, Vector256.Load(row + 8), z1);
                z2 = Vector256.FusedMultiplyAdd(factor, Vector256.Load(row + 16), z2);
                z3 = Vector256.FusedMultiplyAdd(factor, Vector256.Load(row + 24), z3);
                z4 = Vector256.FusedMultiplyAdd(factor, Vector256.Load(row + 32), z4);
                z5 = Vector256.FusedMultiplyAdd(factor, Vector256.Load(row + 40), z5);
                z6 = Vector256.FusedMultiplyAdd(factor, Vector256.Load(row + 48), z6);
                z7 = Vector256.FusedMultiplyAdd(factor, Vector256.Load(row + 56), z7);
            }

            z0.Store(z + j);
            z1.Store(z + j + 8);
            z2.Store(z + j + 16);
            z3.Store(z + j + 24);
            z4.Store(z + j + 32);
            z5.Store(z + j + 40);
            z6.Store(z + j + 48);
            z7.Store(z + j + 56);
        }

        for (; j < _width; j += Lanes)
        {
            var sum = Vector256.Load(a + j) + Vector256.Load(b + j);
            float* row = rows + j;
            for (int k = 0; k < support; k++, row += _width)
                sum = Vector256.FusedMultiplyAdd(Vector256.Create(phi[k]), Vector256.Load(row), sum);
            sum.Store(z + j);
        }
    }

    /// <summary>y of eight features.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Normalize(float* z, float* scale, float* shift, int j) =>
        Vector256.FusedMultiplyAdd(Vector256.Load(scale + j), Vector256.Load(z + j), Vector256.Load(shift + j));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(
        float* z, float* dy, float* mean, float* inverse, float* beta, float* gamma, int j, Vector256<float> gradient)
    {
        gradient.Store(dy + j);
        var normalized = (Vector256.Load(z + j) - Vector256.Load(mean + j)) * Vector256.Load(inverse + j);
        (Vector256.Load(beta + j) + gradient).Store(beta + j);
        Vector256.FusedMultiplyAdd(gradient, normalized, Vector256.Load(gamma + j)).Store(gamma + j);
    }

    private void Reduce(float[][] partial, int offset, float* sum)
    {
        for (int j = 0; j < _width; j++)
        {
            double total = 0;
            foreach (float[] part in partial)
                total += part[offset + j];
            sum[j] = (float)total;
        }
    }

    private void Run(Action<int> pass)
    {
        for (int chunk = 0; chunk < _edges.Chunks; chunk++)
            pass(chunk);
    }
}
