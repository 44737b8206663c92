using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Symmetry;

/// <summary>A change of axes and origin: x′ = P·x + p. Operations change to V·W·V⁻¹ with V = (P, p).</summary>
internal readonly record struct ChangeOfBasis(Matrix3D Rows, Vector3D Shift)
{
    public static ChangeOfBasis None => new(Matrix3D.Identity, Vector3D.Zero);

    /// <summary>The edges of the old cell, which may be centring translations of the new one.</summary>
    public IEnumerable<SymmetryOperation> OldEdges
    {
        get
        {
            Matrix3D edges = Rows.Transposed;
            return new[] { edges.A, edges.B, edges.C }
                .Select(edge => new SymmetryOperation(RotationPart.Identity, LatticeTranslation.Of(edge.X, edge.Y, edge.Z)));
        }
    }

    /// <summary>Reads the part of a Hall symbol in parentheses: three twelfths (<c>0 0 -1</c>) or three expressions
    /// (<c>x-y,x+y,z</c>).</summary>
    public static ChangeOfBasis? Parse(ReadOnlySpan<char> text)
    {
        Span<double> rows = stackalloc double[12];
        if (text.Contains(','))
        {
            if (!TripletParser.TryParseRows(text, rows, out _)) return null;
            var matrix = new Matrix3D(new(rows[0], rows[1], rows[2]), new(rows[4], rows[5], rows[6]), new(rows[8], rows[9], rows[10]));
            return Math.Abs(matrix.Determinant) < 1e-6 ? null : new ChangeOfBasis(matrix, new Vector3D(rows[3], rows[7], rows[11]));
        }
        int count = 0;
        foreach (Range range in text.SplitAny(' ', '\t'))
        {
            if (text[range].IsEmpty) continue;
            if (count == 3 || !int.TryParse(text[range], System.Globalization.CultureInfo.InvariantCulture, out int twelfths)) return null;
            rows[count++] = twelfths / 12.0;
        }
        return count == 3 ? new ChangeOfBasis(Matrix3D.Identity, new Vector3D(rows[0], rows[1], rows[2])) : null;
    }

    /// <summary>The operation in the new axes.</summary>
    /// <exception cref="FormatException">The new rotation part is not of whole numbers.</exception>
    public SymmetryOperation Transform(SymmetryOperation operation)
    {
        RotationPart r = operation.Rotation;
        var rotation = new Matrix3D(new(r.XX, r.XY, r.XZ), new(r.YX, r.YY, r.YZ), new(r.ZX, r.ZY, r.ZZ));
        Matrix3D turned = Rows * rotation * Rows.Inverse();
        var whole = new RotationPart(
            Whole(turned.A.X), Whole(turned.A.Y), Whole(turned.A.Z),
            Whole(turned.B.X), Whole(turned.B.Y), Whole(turned.B.Z),
            Whole(turned.C.X), Whole(turned.C.Y), Whole(turned.C.Z));
        Vector3D shift = operation.Translation.Fractional * Rows.Transposed + Shift - whole * Shift;
        return new SymmetryOperation(whole, LatticeTranslation.Of(shift.X, shift.Y, shift.Z));
    }

    private static int Whole(double value)
    {
        double rounded = Math.Round(value);
        if (Math.Abs(value - rounded) > 1e-6)
            throw new FormatException("A change of basis does not turn the operations of a Hall symbol into operations of the new lattice.");
        return (int)rounded;
    }
}
