using static TorchSharp.torch;

namespace Lodestone.Symmetry.Images;

/// <summary>How well a classifier does on transformed images.</summary>
public static class GroupAverage
{
    /// <summary>The mean accuracy over all elements of a group, each of which transforms all images.</summary>
    /// <param name="classify">From images [rows, channels, size, size] to logits [rows, classes].</param>
    /// <param name="group">The group; the first element alone gives the accuracy on the images as they are.</param>
    /// <param name="images">[rows, channels, size, size].</param>
    /// <param name="labels">[rows], Int64.</param>
    public static double Accuracy(Func<Tensor, Tensor> classify, ImageGroup group, Tensor images, Tensor labels) =>
        Enumerable.Range(0, group.Order).Average(element =>
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            return classify(group.Act(element, images)).argmax(1).eq(labels).to_type(float64).mean().item<double>();
        });
}
