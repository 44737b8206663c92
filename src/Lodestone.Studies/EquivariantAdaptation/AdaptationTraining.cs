using Lodestone.Data;
using Lodestone.Symmetry.Canonicalization;
using Lodestone.Symmetry.Images;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>Trains the networks of the study on upright digits: Adam at a constant rate for a fixed number of epochs.</summary>
/// <param name="digits">The digits to learn from.</param>
/// <param name="options">Sizes and epochs.</param>
/// <param name="seeds">Weights and the order of the digits.</param>
internal sealed class AdaptationTraining(DigitSet digits, AdaptationOptions options, Seeds seeds)
{
    private const int LargeGroup = 16;

    /// <summary>A classifier trained on upright digits.</summary>
    public nn.Module<Tensor, Tensor> Pretrain()
    {
        random.manual_seed(seeds.For("classifier").ToInt64());
        nn.Module<Tensor, Tensor> classifier = DigitNetwork.Classifier(Size);
        Fit("pretraining", options.PretrainingEpochs, classifier.parameters(), (images, labels) => nn.functional.cross_entropy(classifier.forward(images), labels));
        return classifier;
    }

    /// <summary>Adapts a copy of a pretrained classifier.</summary>
    public AdaptedClassifier Adapt(nn.Module<Tensor, Tensor> pretrained, AdaptationVariant variant)
    {
        nn.Module<Tensor, Tensor> classifier = DigitNetwork.Classifier(Size);
        classifier.load_state_dict(pretrained.state_dict());
        random.manual_seed(seeds.For(variant.Name).ToInt64());
        ImageCanonicalizer? canonicalizer = variant.Rotations == 0 ? null : Canonicalizer(variant);
        var adapted = new AdaptedClassifier(classifier, canonicalizer);
        if (variant.Augmented)
            Fit(variant.Name, options.Epochs, classifier.parameters(), (images, labels) => nn.functional.cross_entropy(classifier.forward(Turned(images)), labels));
        if (canonicalizer is not null)
            Fit(variant.Name, options.Epochs, Learned(adapted, variant.Frozen), (images, labels) => Loss(adapted, variant, images, labels));
        return adapted;
    }

    private int Size => (int)digits.Images.shape[3];

    private static Tensor Turned(Tensor images) => ImageRotation.Rotate(images, rand(images.shape[0]) * (2 * Math.PI));

    private static IEnumerable<Parameter> Learned(AdaptedClassifier adapted, bool frozen) =>
        frozen ? adapted.Canonicalizer!.parameters() : adapted.Classifier.parameters().Concat(adapted.Canonicalizer!.parameters());

    private static Tensor Loss(AdaptedClassifier adapted, AdaptationVariant variant, Tensor images, Tensor labels)
    {
        ImageCanonicalizer canonicalizer = adapted.Canonicalizer!;
        Tensor task = variant.Frozen
            ? zeros(1)
            : nn.functional.cross_entropy(adapted.Classifier.forward(canonicalizer.Canonicalize(images, canonicalizer.forward(images))), labels);
        if (variant.PriorWeight == 0) return task;
        Tensor elements = randint(0, canonicalizer.Group.Order, images.shape[0], dtype: int64);
        return task + variant.PriorWeight * CanonicalizationPrior.Loss(canonicalizer.forward(canonicalizer.Group.Act(elements, images)), elements);
    }

    private ImageCanonicalizer Canonicalizer(AdaptationVariant variant)
    {
        ImageGroup group = ImageGroup.Cyclic(variant.Rotations);
        return variant.Energy
            ? new EnergyImageCanonicalizer(group, DigitNetwork.Energy(Size))
            : new GroupConvolutionCanonicalizer(group, kernelSize: AdaptationOptions.KernelSize, layers: variant.Rotations > LargeGroup ? 2 : 3, pooling: AdaptationOptions.Pooling);
    }

    private void Fit(string name, int epochs, IEnumerable<Parameter> parameters, Func<Tensor, Tensor, Tensor> loss)
    {
        RandomGenerator order = seeds.For("order").For(name).Generator();
        long[] rows = [.. Enumerable.Range(0, digits.Count).Select(row => (long)row)];
        using var optimizer = optim.Adam(parameters, options.LearningRate);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            order.Shuffle(rows.AsSpan());
            for (int first = 0; first < rows.Length; first += options.BatchSize)
            {
                using var scope = NewDisposeScope();
                Tensor batch = tensor(rows[first..Math.Min(first + options.BatchSize, rows.Length)]);
                optimizer.zero_grad();
                loss(digits.Images.index_select(0, batch), digits.Labels.index_select(0, batch)).backward();
                optimizer.step();
            }
        }
    }
}
