using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Symmetry.Images;

/// <summary>Rotation of images by any angle about the middle, and reflection; bilinear, with zeros around the images.</summary>
public static class ImageRotation
{
    /// <summary>Rotates all images alike.</summary>
    /// <param name="images">[rows, channels, size, size].</param>
    /// <param name="angle">Radians, counter-clockwise.</param>
    /// <returns>[rows, channels, size, size]</returns>
    public static Tensor Rotate(Tensor images, double angle) => Rotate(images, full([images.shape[0]], angle, dtype: images.dtype));

    /// <summary>Rotates each image by an angle of its own.</summary>
    /// <param name="images">[rows, channels, size, size].</param>
    /// <param name="angles">[rows], radians, counter-clockwise.</param>
    /// <returns>[rows, channels, size, size]</returns>
    public static Tensor Rotate(Tensor images, Tensor angles)
    {
        using var scope = NewDisposeScope();
        return Transform(images, Matrices(angles)).MoveToOuterDisposeScope();
    }

    /// <summary>The rotations of the plane by some angles.</summary>
    /// <param name="angles">[rows], radians, counter-clockwise.</param>
    /// <returns>[rows, 2, 2]</returns>
    public static Tensor Matrices(Tensor angles)
    {
        using var scope = NewDisposeScope();
        Tensor cosine = angles.cos(), sine = angles.sin();
        return stack([stack([cosine, -sine], 1), stack([sine, cosine], 1)], 1).MoveToOuterDisposeScope();
    }

    /// <summary>Moves each image by an element of O(2): what is at p comes to R·p, with coordinates to the right and upwards.</summary>
    /// <param name="images">[rows, channels, size, size].</param>
    /// <param name="matrices">R: [rows, 2, 2], or [2, 2] for all.</param>
    /// <returns>[rows, channels, size, size]</returns>
    public static Tensor Transform(Tensor images, Tensor matrices)
    {
        using var scope = NewDisposeScope();
        // For each pixel, where it comes from; rows of pixels are counted downwards.
        Tensor inverse = matrices.to_type(images.dtype).transpose(-1, -2) * tensor(new double[,] { { 1, -1 }, { -1, 1 } }, dtype: images.dtype);
        Tensor grid = affine_grid(cat([inverse, zeros_like(inverse).narrow(-1, 0, 1)], -1).expand(images.shape[0], 2, 3), images.shape, align_corners: false);
        return grid_sample(images, grid, align_corners: false).MoveToOuterDisposeScope();
    }
}
