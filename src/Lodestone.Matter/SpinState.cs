namespace Lodestone.Matter;

/// <summary>How an ion's d electrons share their orbitals.</summary>
public enum SpinState
{
    /// <summary>Of no importance for the ion, or not told.</summary>
    Unspecified,

    /// <summary>As few unpaired electrons as there can be.</summary>
    Low,

    /// <summary>As many unpaired electrons as there can be.</summary>
    High,
}
