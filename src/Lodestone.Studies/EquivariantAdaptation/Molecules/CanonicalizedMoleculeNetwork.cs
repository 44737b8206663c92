using Lodestone.Learning;
using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>A predictor that reads molecules in a learned frame.</summary>
internal sealed class CanonicalizedMoleculeNetwork : Network<MoleculeBatch>
{
    private readonly MoleculeCanonicalizer canonicalizer;
    private readonly MoleculePredictor predictor;
    private readonly bool _givesFrames;

    /// <summary>Joins a canonicalizer and a predictor, which both belong to the network from here on.</summary>
    /// <param name="canonicalizer">What finds the frames.</param>
    /// <param name="predictor">What reads molecules in them.</param>
    /// <param name="givesFrames">True to give the nine entries of each frame after the output of the predictor, for a prior to act on.</param>
    public CanonicalizedMoleculeNetwork(MoleculeCanonicalizer canonicalizer, MoleculePredictor predictor, bool givesFrames)
        : base(nameof(CanonicalizedMoleculeNetwork), predictor.Encoder, givesFrames ? 10 : 1)
    {
        this.canonicalizer = canonicalizer;
        this.predictor = predictor;
        _givesFrames = givesFrames;
        RegisterComponents();
    }

    /// <inheritdoc />
    /// <returns>[molecules, 1 or 10]</returns>
    public override Tensor forward(MoleculeBatch batch)
    {
        var molecules = new MoleculeTensors(batch);
        Tensor frames = canonicalizer.Frame(molecules), predicted = predictor.Predict(molecules, frames);
        return _givesFrames ? cat([predicted, frames.flatten(1)], 1) : predicted;
    }
}
