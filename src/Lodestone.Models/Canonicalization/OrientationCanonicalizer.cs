using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Matter.Geometry;
using Lodestone.Models.Cartesian;
using Lodestone.Symmetry.Canonicalization.Crystals;
using static TorchSharp.torch;

namespace Lodestone.Models.Canonicalization;

/// <summary>
/// A learned canonicalizer of crystals, h(x) = s(x)·A(s(x)⁻¹·x): s is a frame found by rule, and A an orientation that a network without any symmetry
/// reads off what the frame shows. As s(x)⁻¹·x is the same for all g·x, h is as equivariant as s, whatever A is. Ours. Under rotations, s is that of the
/// given cell (<see cref="StandardOrientation"/>); under all descriptions, that of the standard cell (<see cref="StandardCell"/>).
/// </summary>
/// <param name="group">Under what its canonical forms do not change.</param>
/// <param name="network">A.</param>
internal sealed class OrientationCanonicalizer(AdaptationGroup group, OrientationNetwork network)
{
    /// <summary>The canonical form of a crystal.</summary>
    /// <exception cref="EncodingException">The network cannot take the crystal.</exception>
    public Structure Form(Structure crystal)
    {
        Structure standing = Standing(crystal, group);
        return standing.Rotated(Orientation(standing));
    }

    /// <summary>By which matrix the canonicalizer turns a crystal before a model reads it; of several that do the same to this crystal, the one
    /// closest to the unit matrix.</summary>
    /// <exception cref="EncodingException">The network cannot take the crystal.</exception>
    public Matrix3D Turn(Structure crystal)
    {
        Matrix3D orientation = Orientation(Standing(crystal, group));
        return Ways(crystal, group).Select(way => way * orientation).MinBy(DistanceFromIdentity);
    }

    /// <summary>s(x)⁻¹·x.</summary>
    public static Structure Standing(Structure crystal, AdaptationGroup group) =>
        group is AdaptationGroup.Cell ? StandardCell.Of(crystal) : crystal.Rotated(Ways(crystal, group).First());

    /// <summary>The rotations of s(x)⁻¹; several where the crystal has a symmetry.</summary>
    public static IEnumerable<Matrix3D> Ways(Structure crystal, AdaptationGroup group) => group is AdaptationGroup.Cell
        ? StandardCell.Ways(crystal.Primitive()).Select(way => way.Rotation)
        : [StandardOrientation.Of(crystal.Lattice!.Vectors, group is AdaptationGroup.O3)];

    /// <summary>‖R − I‖, the root of the sum of squares over the nine entries: 0 where nothing is turned, 16√2/3π = 2.40 on
    /// average over all rotations.</summary>
    public static double DistanceFromIdentity(Matrix3D r) =>
        Math.Sqrt((r.A - new Vector3D(1, 0, 0)).LengthSquared + (r.B - new Vector3D(0, 1, 0)).LengthSquared + (r.C - new Vector3D(0, 0, 1)).LengthSquared);

    private Matrix3D Orientation(Structure standing)
    {
        using var single = new SingleThread();
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        CartesianGraph graph = network.Encoder.Encode(new Material("", Composition.Of(standing), standing));
        float[] a = network.forward(graph).data<float>().ToArray();
        return Orthonormal(new Vector3D(a[0], a[1], a[2]), new Vector3D(a[3], a[4], a[5]), new Vector3D(a[6], a[7], a[8]));
    }

    /// <summary>Takes away the rounding of single precision, as a turn must not change lengths.</summary>
    private static Matrix3D Orthonormal(Vector3D a, Vector3D b, Vector3D c)
    {
        a = 1 / a.Length * a;
        b -= Vector3D.Dot(a, b) * a;
        b = 1 / b.Length * b;
        Vector3D normal = Vector3D.Cross(a, b);
        return new Matrix3D(a, b, Vector3D.Dot(normal, c) < 0 ? -normal : normal);
    }
}
