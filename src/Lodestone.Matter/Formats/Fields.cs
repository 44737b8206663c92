using System.Globalization;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats;

/// <summary>Reads the numbers and element names that the formats share.</summary>
internal static class Fields
{
    /// <summary>The words of a line.</summary>
    public static string[] Split(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads a finite number; Fortran's <c>1.0D-3</c> and Mathematica's <c>1.0*^-3</c> are some too.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out double value)
    {
        const NumberStyles style = NumberStyles.Float;
        if (double.TryParse(text, style, CultureInfo.InvariantCulture, out value)) return double.IsFinite(value);
        return text.IndexOfAny("dD*") > 0
            && double.TryParse(text.ToString().Replace("*^", "E").Replace('D', 'E').Replace('d', 'e'), style, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    /// <summary>Reads a whole number.</summary>
    public static bool TryWhole(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads three numbers from the words at <paramref name="start"/>.</summary>
    public static bool TryVector(ReadOnlySpan<string> words, int start, out Vector3D vector)
    {
        vector = default;
        if (words.Length < start + 3) return false;
        if (!TryNumber(words[start], out double x) || !TryNumber(words[start + 1], out double y) || !TryNumber(words[start + 2], out double z))
            return false;
        vector = new Vector3D(x, y, z);
        return true;
    }

    /// <summary>Reads an element's symbol, or D or T, which are hydrogen.</summary>
    public static bool TryElement(string text, out Element element) => Element.TryParse(text is "D" or "T" ? "H" : text, out element);

    /// <summary>Makes a lattice.</summary>
    /// <exception cref="UnreadableException">The vectors span no volume, or no crystal has such a cell.</exception>
    public static Lattice Lattice(Matrix3D vectors, int? line)
    {
        Lattice lattice;
        try
        {
            lattice = new Lattice(vectors);
        }
        catch (ArgumentException)
        {
            throw new UnreadableException(line, "The cell has no volume: its three vectors lie in one plane.");
        }
        UnreadableException.ThrowIf(StructureBounds.FaultOf(lattice), line);
        return lattice;
    }

    /// <summary>The site with its position, Å, and in a crystal its fractional coordinates.</summary>
    /// <exception cref="UnreadableException">No atom lies there.</exception>
    public static Site Placed(Site site, Vector3D cartesian, Lattice? lattice, int? line) =>
        Placed(site, cartesian, lattice?.ToFractional(cartesian) ?? cartesian, lattice, line);

    /// <inheritdoc cref="Placed(Site, Vector3D, Lattice?, int?)"/>
    public static Site Placed(Site site, Vector3D cartesian, Vector3D fractional, Lattice? lattice, int? line)
    {
        UnreadableException.ThrowIf(StructureBounds.FaultOf(cartesian, lattice is null ? null : fractional), line);
        return site with { Cartesian = cartesian, Fractional = fractional };
    }

    /// <summary>A magnetic moment, µB.</summary>
    /// <exception cref="UnreadableException">No atom has such a one.</exception>
    public static Vector3D Moment(Vector3D moment, int? line)
    {
        UnreadableException.ThrowIf(StructureBounds.FaultOfMoment(moment), line);
        return moment;
    }

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Three numbers with blanks between.</summary>
    public static string Text(Vector3D v) => $"{Text(v.X)} {Text(v.Y)} {Text(v.Z)}";

    /// <summary>A name on one line.</summary>
    public static string OneLine(string name) => name.ReplaceLineEndings(" ").Trim();
}
