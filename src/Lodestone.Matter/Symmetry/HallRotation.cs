namespace Lodestone.Matter.Symmetry;

/// <summary>One generator of a Hall symbol: order, axis and translation, such as <c>-3*</c>, <c>41</c>, <c>2"</c> or <c>4vw</c>.</summary>
/// <param name="Order">1, 2, 3, 4 or 6.</param>
/// <param name="Axis">x, y, z, ' (difference of two axes), " (their sum) or * (the body diagonal).</param>
/// <param name="Principal">The axis, x, y or z, that a following ' or " is perpendicular to.</param>
/// <param name="Operation">What it stands for.</param>
internal sealed record HallRotation(int Order, char Axis, char Principal, SymmetryOperation Operation)
{
    /// <summary>Reads the generator at a place, 0–3, of the symbol; null where there can be none.</summary>
    public static HallRotation? Parse(string text, int place, HallRotation? previous)
    {
        int i = 0;
        bool improper = text[i] == '-';
        if (improper) i++;
        if (i == text.Length || place > 3) return null;
        int order = text[i++] - '0';
        if (order is not (1 or 2 or 3 or 4 or 6)) return null;

        char axis = '\0';
        int screw = 0;
        double x = 0, y = 0, z = 0;
        for (; i < text.Length; i++)
        {
            char c = char.ToLowerInvariant(text[i]);
            switch (c)
            {
                case 'x' or 'y' or 'z' or '\'' or '"' or '*' when axis == '\0': axis = c; break;
                case '=' when axis == '\0': axis = '"'; break;
                case 'a': x += 1 / 2.0; break;
                case 'b': y += 1 / 2.0; break;
                case 'c': z += 1 / 2.0; break;
                case 'n': (x, y, z) = (x + 1 / 2.0, y + 1 / 2.0, z + 1 / 2.0); break;
                case 'u': x += 1 / 4.0; break;
                case 'v': y += 1 / 4.0; break;
                case 'w': z += 1 / 4.0; break;
                case 'd': (x, y, z) = (x + 1 / 4.0, y + 1 / 4.0, z + 1 / 4.0); break;
                case >= '1' and <= '5' when screw == 0 && c - '0' < order: screw = c - '0'; break;
                default: return null;
            }
        }
        if (axis == '\0') axis = order == 1 ? 'z' : DefaultAxis(order, place, previous);
        char principal = axis is 'x' or 'y' or 'z' ? axis : previous?.Principal ?? 'z';
        if (axis == '\0' || Matrix(order, axis, principal) is not { } matrix) return null;
        double pitch = (double)screw / order;
        if (axis == 'x') x += pitch;
        else if (axis == 'y') y += pitch;
        else if (axis == 'z') z += pitch;
        else if (screw != 0) return null;
        return new HallRotation(order, axis, principal, new SymmetryOperation(improper ? -matrix : matrix, LatticeTranslation.Of(x, y, z)));
    }

    // International Tables B, A1.4.2.3.1: the axes that a symbol need not write.
    private static char DefaultAxis(int order, int place, HallRotation? previous) => (place, order) switch
    {
        (0, _) => 'z',
        (1, 2) when previous!.Order is 2 or 4 => 'x',
        (1, 2) when previous!.Order is 3 or 6 => '\'',
        (1 or 2, 3) => '*',
        _ => '\0',
    };

    // International Tables B, tables A1.4.2.4 to A1.4.2.6.
    private static RotationPart? Matrix(int order, char axis, char principal) => (order, axis) switch
    {
        (1, _) => RotationPart.Identity,
        (2, 'x') => new(1, 0, 0, 0, -1, 0, 0, 0, -1),
        (3, 'x') => new(1, 0, 0, 0, 0, -1, 0, 1, -1),
        (4, 'x') => new(1, 0, 0, 0, 0, -1, 0, 1, 0),
        (6, 'x') => new(1, 0, 0, 0, 1, -1, 0, 1, 0),
        (2, 'y') => new(-1, 0, 0, 0, 1, 0, 0, 0, -1),
        (3, 'y') => new(-1, 0, 1, 0, 1, 0, -1, 0, 0),
        (4, 'y') => new(0, 0, 1, 0, 1, 0, -1, 0, 0),
        (6, 'y') => new(0, 0, 1, 0, 1, 0, -1, 0, 1),
        (2, 'z') => new(-1, 0, 0, 0, -1, 0, 0, 0, 1),
        (3, 'z') => new(0, -1, 0, 1, -1, 0, 0, 0, 1),
        (4, 'z') => new(0, -1, 0, 1, 0, 0, 0, 0, 1),
        (6, 'z') => new(1, -1, 0, 1, 0, 0, 0, 0, 1),
        (3, '*') => new(0, 0, 1, 1, 0, 0, 0, 1, 0),
        (2, '\'') => principal switch
        {
            'x' => new(-1, 0, 0, 0, 0, -1, 0, -1, 0),
            'y' => new(0, 0, -1, 0, -1, 0, -1, 0, 0),
            _ => new(0, -1, 0, -1, 0, 0, 0, 0, -1),
        },
        (2, '"') => principal switch
        {
            'x' => new(-1, 0, 0, 0, 0, 1, 0, 1, 0),
            'y' => new(0, 0, 1, 0, -1, 0, 1, 0, 0),
            _ => new(0, 1, 0, 1, 0, 0, 0, 0, -1),
        },
        _ => null,
    };
}
