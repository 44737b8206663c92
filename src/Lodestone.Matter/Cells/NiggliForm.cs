using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Cells;

/// <summary>The six scalar products of a cell and the next step towards its Niggli form. Names as in Křivý and Gruber (1976).</summary>
internal readonly struct NiggliForm
{
    private readonly double _a, _b, _c, _xi, _eta, _zeta, _tolerance;

    public NiggliForm(Matrix3D cell, double tolerance)
    {
        _a = cell.A.LengthSquared;
        _b = cell.B.LengthSquared;
        _c = cell.C.LengthSquared;
        _xi = 2 * Vector3D.Dot(cell.B, cell.C);
        _eta = 2 * Vector3D.Dot(cell.A, cell.C);
        _zeta = 2 * Vector3D.Dot(cell.A, cell.B);
        _tolerance = tolerance;
    }

    /// <summary>The unimodular matrix of the next step, or null when the cell is reduced.</summary>
    public IntegerMatrix3? NextStep() => SortEdges() ?? AlignSigns() ?? ShortenEdge();

    private IntegerMatrix3? SortEdges()
    {
        if (Less(_b, _a) || (Equal(_a, _b) && Less(Math.Abs(_eta), Math.Abs(_xi))))
            return new(new(0, -1, 0), new(-1, 0, 0), new(0, 0, -1));
        if (Less(_c, _b) || (Equal(_b, _c) && Less(Math.Abs(_zeta), Math.Abs(_eta))))
            return new(new(-1, 0, 0), new(0, 0, -1), new(0, -1, 0));
        return null;
    }

    /// <summary>Steps 3 and 4: all angles acute, or none.</summary>
    private IntegerMatrix3? AlignSigns()
    {
        int xi = Sign(_xi), eta = Sign(_eta), zeta = Sign(_zeta);
        bool acute = xi * eta * zeta > 0;
        int unwanted = acute ? -1 : 1;
        int a = xi == unwanted ? -1 : 1, b = eta == unwanted ? -1 : 1, c = zeta == unwanted ? -1 : 1;
        if (a * b * c < 0)
        {
            // Only with a right angle, whose edge may be turned round freely.
            if (zeta == 0) c = -c;
            else if (eta == 0) b = -b;
            else a = -a;
        }
        return (a, b, c) == (1, 1, 1) ? null : IntegerMatrix3.Diagonal(a, b, c);
    }

    /// <summary>Steps 5 to 8: an edge made shorter by another, or by both others.</summary>
    private IntegerMatrix3? ShortenEdge()
    {
        if (Exceeds(_xi, _b) || (Equal(_xi, _b) && Less(2 * _eta, _zeta)) || (Equal(_xi, -_b) && Less(_zeta, 0)))
            return new(new(1, 0, 0), new(0, 1, 0), new(0, -Multiple(_xi, _b), 1));
        if (Exceeds(_eta, _a) || (Equal(_eta, _a) && Less(2 * _xi, _zeta)) || (Equal(_eta, -_a) && Less(_zeta, 0)))
            return new(new(1, 0, 0), new(0, 1, 0), new(-Multiple(_eta, _a), 0, 1));
        if (Exceeds(_zeta, _a) || (Equal(_zeta, _a) && Less(2 * _xi, _eta)) || (Equal(_zeta, -_a) && Less(_eta, 0)))
            return new(new(1, 0, 0), new(-Multiple(_zeta, _a), 1, 0), new(0, 0, 1));
        double sum = _xi + _eta + _zeta + _a + _b;
        if (Less(sum, 0) || (Equal(sum, 0) && Less(0, 2 * (_a + _eta) + _zeta)))
            return new(new(1, 0, 0), new(0, 1, 0), new(1, 1, 1));
        return null;
    }

    /// <summary>How often an edge of squared length <paramref name="edge"/> is taken off; at least once, more for very skewed cells.</summary>
    private static int Multiple(double product, double edge) =>
        Math.Sign(product) * (int)Math.Max(1, Math.Floor((Math.Abs(product) + edge) / (2 * edge)));

    private bool Less(double x, double y) => x < y - _tolerance;

    private bool Equal(double x, double y) => !Less(x, y) && !Less(y, x);

    private bool Exceeds(double product, double edge) => Less(edge, Math.Abs(product));

    private int Sign(double x) => Less(0, x) ? 1 : Less(x, 0) ? -1 : 0;
}
