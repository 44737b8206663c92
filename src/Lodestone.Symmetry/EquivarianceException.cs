using System.Globalization;

namespace Lodestone.Symmetry;

/// <summary>A function is not equivariant.</summary>
public sealed class EquivarianceException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="report">How far the function is from equivariance.</param>
    /// <param name="tolerance">The largest distance that is allowed.</param>
    public EquivarianceException(EquivarianceReport report, double tolerance)
        : base(string.Create(CultureInfo.InvariantCulture, $"The function is not equivariant to within {tolerance:0.##e+0}. {report}")) => Report = report;

    /// <summary>How far the function is from equivariance.</summary>
    public EquivarianceReport Report { get; }
}
