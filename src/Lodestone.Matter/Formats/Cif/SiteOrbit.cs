using Lodestone.Matter.Geometry;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>The images of one row of the atom list under all operations.</summary>
internal sealed class SiteOrbit
{
    /// <summary>Images of a fully occupied site that are nearer than this, in Å, are one atom on a special position.</summary>
    public const double FullTolerance = 0.3;

    /// <summary>Images of a partly occupied site that are nearer than this, in Å, are one site; others may be alternatives.</summary>
    public const double PartialTolerance = 0.05;

    private const double NotableShift = 0.05;

    private SiteOrbit(AsymmetricSite site, List<Vector3D> images, List<Vector3D>? moments)
    {
        Site = site;
        Images = images;
        Moments = moments;
    }

    public AsymmetricSite Site { get; }

    /// <summary>Fractional coordinates in [0, 1), the first one that of the row.</summary>
    public List<Vector3D> Images { get; }

    /// <summary>Moments in µB, Cartesian, one an image, where the row has one.</summary>
    public List<Vector3D>? Moments { get; }

    /// <summary>A site without symmetry: its only image is itself, where the file puts it.</summary>
    public static SiteOrbit Alone(AsymmetricSite site) => new(site, [site.Fractional], site.Moment is { } moment ? [moment] : null);

    /// <summary>Puts the site onto its special position, if it is on one, and makes its images.</summary>
    public static SiteOrbit Of(AsymmetricSite site, CifSymmetry symmetry, Lattice lattice, CifWarnings warnings)
    {
        double tolerance = site.Occupancy > 0.99 ? FullTolerance : PartialTolerance;
        Vector3D position = OnSpecialPosition(site.Fractional, symmetry, lattice, tolerance, out List<MagneticOperation> stabilizer);
        double moved = lattice.ToCartesian(position - site.Fractional).Length;
        if (moved > NotableShift)
            warnings.Add(
                FormattableString.Invariant($"Atom '{site.Label}' was moved by {moved:0.000} Å onto the special position beside it."));

        Vector3D? moment = site.Moment is { } given ? AllowedMoment(given, stabilizer, lattice, site, warnings) : null;
        var images = new List<Vector3D>(symmetry.Operations.Length / stabilizer.Count);
        List<Vector3D>? moments = moment is null ? null : [];
        foreach (MagneticOperation operation in symmetry.Operations)
        {
            Vector3D image = Wrap(operation.Operation.Apply(position));
            if (stabilizer.Count > 1 && Contains(images, image, lattice, tolerance)) continue;
            images.Add(image);
            moments?.Add(operation.ApplyToMoment(moment!.Value, lattice));
        }
        return new SiteOrbit(site, images, moments);
    }

    // The mean of the images beside a site is the special position itself, free of the rounding of 1/3 and the like.
    private static Vector3D OnSpecialPosition(
        Vector3D position, CifSymmetry symmetry, Lattice lattice, double tolerance, out List<MagneticOperation> stabilizer)
    {
        stabilizer = [];
        for (int round = 0; round < 4; round++)
        {
            int before = stabilizer.Count;
            stabilizer.Clear();
            Vector3D sum = Vector3D.Zero;
            foreach (MagneticOperation operation in symmetry.Operations)
            {
                Vector3D shift = Nearest(operation.Operation.Apply(position) - position);
                if (lattice.ToCartesian(shift).Length >= tolerance) continue;
                stabilizer.Add(operation);
                sum += shift;
            }
            if (stabilizer.Count is 0 or 1) return position;
            position += 1.0 / stabilizer.Count * sum;
            if (stabilizer.Count == before) break;
        }
        return position;
    }

    private static Vector3D AllowedMoment(
        Vector3D moment, List<MagneticOperation> stabilizer, Lattice lattice, AsymmetricSite site, CifWarnings warnings)
    {
        if (stabilizer.Count < 2) return moment;
        Vector3D sum = Vector3D.Zero;
        foreach (MagneticOperation operation in stabilizer) sum += operation.ApplyToMoment(moment, lattice);
        Vector3D allowed = 1.0 / stabilizer.Count * sum;
        double off = (allowed - moment).Length;
        if (off > 0.02 + 0.02 * moment.Length)
            warnings.Add(
                FormattableString.Invariant($"The moment of '{site.Label}' is not one that the symmetry of its place allows: {off:0.00} µB of {moment.Length:0.00} µB were taken away."));
        return allowed;
    }

    private static bool Contains(List<Vector3D> images, Vector3D image, Lattice lattice, double tolerance)
    {
        foreach (Vector3D other in images)
            if (lattice.ToCartesian(Nearest(image - other)).Length < tolerance) return true;
        return false;
    }

    /// <summary>A difference of fractional coordinates without whole lattice vectors, each component in [−½, ½].</summary>
    public static Vector3D Nearest(Vector3D d) => new(d.X - Math.Round(d.X), d.Y - Math.Round(d.Y), d.Z - Math.Round(d.Z));

    private static Vector3D Wrap(Vector3D v) => new(Wrap(v.X), Wrap(v.Y), Wrap(v.Z));

    private static double Wrap(double x)
    {
        double wrapped = x - Math.Floor(x);
        return wrapped > 1 - 1e-9 ? 0 : wrapped;
    }
}
