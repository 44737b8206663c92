using System.Diagnostics;
using Lodestone.Data;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Symmetry.Images;
using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>
/// The claim of A. K. Mondal et al., arXiv:2310.01647, on rotated digits: a network pretrained on upright images fails on rotated ones; a
/// canonicalizer before it makes it invariant, at a cost in accuracy; with a prior toward the orientations of the training data it keeps its
/// accuracy and is invariant. All networks learn from upright digits, but for augmentation. Nothing is chosen on the test digits.
/// </summary>
/// <param name="folder">The folder of the MNIST files.</param>
/// <param name="options">Sizes and epochs.</param>
public sealed class AdaptationStudy(string folder, AdaptationOptions options)
{
    private const int EvaluationBatch = 250;

    /// <summary>Pretrains one network and adapts it in several ways.</summary>
    /// <param name="variants">The ways.</param>
    /// <param name="seed">Seed of weights and digits.</param>
    /// <param name="progress">Told of each result.</param>
    /// <exception cref="InputException">An option is out of range, or the digits cannot be read.</exception>
    public IReadOnlyList<AdaptationResult> Run(IReadOnlyList<AdaptationVariant> variants, ulong seed, IProgress<AdaptationResult>? progress = null)
    {
        using var single = new SingleThread();
        using var scope = NewDisposeScope();
        DigitData digits = DigitData.Read(folder, options, seed);
        var training = new AdaptationTraining(digits.Train, options, new Seeds(seed));
        using nn.Module<Tensor, Tensor> pretrained = training.Pretrain();
        return [.. variants.Select(variant =>
        {
            var clock = Stopwatch.StartNew();
            using AdaptedClassifier adapted = training.Adapt(pretrained, variant);
            AdaptationResult result = Measure(adapted, variant.Name, seed, digits, clock.Elapsed.TotalSeconds);
            progress?.Report(result);
            return result;
        })];
    }

    private static AdaptationResult Measure(AdaptedClassifier adapted, string name, ulong seed, DigitData digits, double seconds)
    {
        ImageGroup upright = ImageGroup.Cyclic(1);
        DigitSet test = digits.Test;
        using var angles = new Generator(unchecked((ulong)new Seeds(seed).For("test angles").ToInt64()));
        Tensor turned = ImageRotation.Rotate(test.Images, rand(test.Count, generator: angles) * (2 * Math.PI));
        return new AdaptationResult(
            name, seed,
            GroupAverage.Accuracy(InBatches(adapted), upright, digits.Validation.Images, digits.Validation.Labels),
            GroupAverage.Accuracy(InBatches(adapted), upright, test.Images, test.Labels),
            GroupAverage.Accuracy(InBatches(adapted), ImageGroup.Cyclic(4), test.Images, test.Labels),
            GroupAverage.Accuracy(InBatches(adapted), upright, turned, test.Labels),
            adapted.IdentityShare(test.Images), seconds);
    }

    private static Func<Tensor, Tensor> InBatches(AdaptedClassifier adapted) =>
        images => cat([.. images.split(EvaluationBatch).Select(adapted.Classify)]);
}
