using Lodestone.Matter;

namespace Lodestone.Data.Descriptors.Elemental;

/// <summary>
/// The elements that carry a moment of their own in many compounds: 3d from V to Cu, 4f from Ce to Yb, 5f from U to Pu. They hold nearly
/// all ordered moments of the MAGNDATA collection; the few of Ru, Re, Os and Ir are left out.
/// </summary>
public static class MagneticElements
{
    internal const string Source = "A choice of Lodestone, after MAGNDATA: Gallego et al., J. Appl. Cryst. 49, 1750 (2016).";

    /// <summary>True for one of them.</summary>
    public static bool Contains(Element element) => Is3d(element) || Is4f(element) || Is5f(element);

    /// <summary>True for V, Cr, Mn, Fe, Co, Ni and Cu.</summary>
    public static bool Is3d(Element element) => element.AtomicNumber is >= 23 and <= 29;

    /// <summary>True for Ce to Yb.</summary>
    public static bool Is4f(Element element) => element.AtomicNumber is >= 58 and <= 70;

    /// <summary>True for U, Np and Pu.</summary>
    public static bool Is5f(Element element) => element.AtomicNumber is >= 92 and <= 94;
}
