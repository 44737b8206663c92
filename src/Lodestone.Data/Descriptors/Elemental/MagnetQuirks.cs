namespace Lodestone.Data.Descriptors.Elemental;

/// <summary>Habits of the descriptors of the magnetic-materials study, kept so that its numbers can be had again.</summary>
[Flags]
public enum MagnetQuirks
{
    /// <summary>None: means and deviations are over the atoms, and nothing is rounded.</summary>
    None = 0,

    /// <summary>The mean of the number of atoms counts every element once, while all other means are over the atoms.</summary>
    PlainMeanOfAtomCount = 1,

    /// <summary>The standard deviation counts every element once, however many atoms it has.</summary>
    DeviationOverElements = 2,

    /// <summary>Every number is rounded to four decimals.</summary>
    FourDecimals = 4,

    /// <summary>As published.</summary>
    Published = PlainMeanOfAtomCount | DeviationOverElements | FourDecimals,
}
