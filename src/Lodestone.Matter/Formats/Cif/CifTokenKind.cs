namespace Lodestone.Matter.Formats.Cif;

internal enum CifTokenKind : byte
{
    End,
    Tag,
    Value,
    Loop,
    Data,
    Save,
    Global,
    Stop,
}
