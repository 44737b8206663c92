using static TorchSharp.torch;

namespace Lodestone.Symmetry.Continuous;

/// <summary>A rotation or reflection and then a translation, x → R·x + t; or a batch of them.</summary>
/// <param name="Rotation">R, […, n, n].</param>
/// <param name="Translation">t, […, n].</param>
public sealed record RigidMotion(Tensor Rotation, Tensor Translation)
{
    /// <summary>Acts on points.</summary>
    /// <param name="points">[…, points, n]; the leading axes are those of the motion.</param>
    public Tensor Points(Tensor points) => Vectors(points) + Translation.to_type(points.dtype).unsqueeze(-2);

    /// <summary>Acts on vectors, which no translation changes.</summary>
    /// <param name="vectors">[…, any, n]; the leading axes are those of the motion.</param>
    public Tensor Vectors(Tensor vectors) => OrthogonalGroup.Act(Rotation, vectors);
}
