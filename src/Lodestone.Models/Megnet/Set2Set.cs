using Lodestone.Models.Graphs;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Models.Megnet;

/// <summary>
/// Reads a set out, whatever its size and order: O. Vinyals, S. Bengio and M. Kudlur, ICLR (2016), section 4. In each step an LSTM asks a
/// question q, every row answers with the weight softmax(row · q), and the weighted sum of the rows is what the LSTM reads next.
/// </summary>
internal sealed class Set2Set : nn.Module<Tensor, Segments, Tensor>
{
    private readonly int _features;
    private readonly int _steps;
    private readonly LSTMCell cell;

    /// <summary>Makes a readout with random weights from torch's generator.</summary>
    /// <param name="features">Length of a row.</param>
    /// <param name="steps">Number of steps.</param>
    public Set2Set(int features, int steps)
        : base(nameof(Set2Set))
    {
        _features = features;
        _steps = steps;
        cell = nn.LSTMCell(2 * features, features);
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <param name="rows">[rows, features].</param>
    /// <param name="sets">The set of each row.</param>
    /// <returns>Last question and last sum, [sets, 2 × features]</returns>
    public override Tensor forward(Tensor rows, Segments sets)
    {
        Tensor question = zeros(sets.Count, _features), memory = zeros(sets.Count, _features), read = zeros(sets.Count, 2 * _features);
        for (int step = 0; step < _steps; step++)
        {
            (question, memory) = cell.forward(read, (question, memory));
            Tensor weights = sets.Softmax((rows * sets.Spread(question)).sum(1));
            read = cat([question, sets.Sum(rows * weights.unsqueeze(1))], 1);
        }

        return read;
    }
}
