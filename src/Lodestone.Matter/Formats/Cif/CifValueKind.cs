namespace Lodestone.Matter.Formats.Cif;

/// <summary>How a value of a CIF is written.</summary>
public enum CifValueKind : byte
{
    /// <summary>A bare word or number.</summary>
    Plain,

    /// <summary>Text in quotes, single, double or (CIF 2.0) triple.</summary>
    Quoted,

    /// <summary>A text field between two semicolons that begin a line.</summary>
    TextField,

    /// <summary>A list or table of CIF 2.0, kept as written.</summary>
    Container,

    /// <summary>A bare <c>?</c>: the value exists, but is not known.</summary>
    Unknown,

    /// <summary>A bare <c>.</c>: there is no such value.</summary>
    Inapplicable,
}
