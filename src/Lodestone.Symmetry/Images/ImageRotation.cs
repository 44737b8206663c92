using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Lodestone.Symmetry.Images;

/// <summary>Rotation of images by any angle.</summary>
public static class ImageRotation
{
    /// <summary>Rotates about the middle, bilinearly, with zeros around the images.</summary>
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
        Tensor cosine = angles.cos(), sine = angles.sin(), none = zeros_like(angles);
        Tensor matrices = stack([stack([cosine, -sine, none], 1), stack([sine, cosine, none], 1)], 1);
        Tensor grid = affine_grid(matrices, images.shape, align_corners: false);
        return grid_sample(images, grid, align_corners: false).MoveToOuterDisposeScope();
    }
}
