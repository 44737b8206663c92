namespace Lodestone.Studies.EquivariantAdaptation.Molecules;

/// <summary>What is done to the predictor that was pretrained on molecules as they lie.</summary>
public enum MoleculeVariant
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>It is trained on with molecules turned at random.</summary>
    Augmentation,

    /// <summary>It stays as it is and reads molecules laid into their principal axes, the rule by which they lie: the best that a canonicalizer can do.</summary>
    Rule,

    /// <summary>It stays as it is behind a canonicalizer with random weights.</summary>
    Untrained,

    /// <summary>It is trained on together with a canonicalizer, by the labels alone.</summary>
    NoPrior,

    /// <summary>It is trained on together with a canonicalizer, by the labels and the prior.</summary>
    Prior,

    /// <summary>It stays as it is behind a canonicalizer that learned from the prior alone.</summary>
    FrozenPrior,
}
