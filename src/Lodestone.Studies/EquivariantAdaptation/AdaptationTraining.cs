using Lodestone.Data;
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
    private const int VectorLength = 32;

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
        DigitCanonicalizer? canonicalizer = variant.HasCanonicalizer ? Canonicalizer(variant) : null;
        var adapted = new AdaptedClassifier(classifier, canonicalizer);
        if (variant.Method == AdaptationMethod.Augmentation)
            Fit(variant.Name, options.Epochs, classifier.parameters(), (images, labels) => nn.functional.cross_entropy(classifier.forward(Turned(images)), labels));
        if (canonicalizer is not null)
            Fit(variant.Name, options.Epochs, Learned(adapted, variant.Frozen), (images, labels) => Loss(adapted, variant, images, labels));
        return adapted;
    }

    private int Size => (int)digits.Images.shape[3];

    private static Tensor Turned(Tensor images) => ImageRotation.Rotate(images, rand(images.shape[0]) * (2 * Math.PI));

    private static IEnumerable<Parameter> Learned(AdaptedClassifier adapted, bool frozen) =>
        frozen ? adapted.Canonicalizer!.Parameters : adapted.Classifier.parameters().Concat(adapted.Canonicalizer!.Parameters);

    private static Tensor Loss(AdaptedClassifier adapted, AdaptationVariant variant, Tensor images, Tensor labels)
    {
        DigitCanonicalizer canonicalizer = adapted.Canonicalizer!;
        Tensor loss = zeros(1);
        if (!variant.Frozen)
        {
            var (canonical, penalty) = canonicalizer.Canonicalize(images);
            loss = nn.functional.cross_entropy(adapted.Classifier.forward(canonical), labels) + penalty;
        }
        return variant.PriorWeight == 0 ? loss : loss + variant.PriorWeight * canonicalizer.Prior(images);
    }

    private DigitCanonicalizer Canonicalizer(AdaptationVariant variant)
    {
        if (variant.Method == AdaptationMethod.Steerable)
            return new SteerableDigitCanonicalizer(new SteerableImageCanonicalizer(reflections: false, Size, pooling: AdaptationOptions.Pooling));
        ImageGroup group = ImageGroup.Cyclic(variant.Rotations);
        return new FiniteDigitCanonicalizer(variant.Method switch
        {
            AdaptationMethod.Energy => new EnergyImageCanonicalizer(group, DigitNetwork.Vectors(Size, 1)),
            AdaptationMethod.Contrastive => new ContrastiveImageCanonicalizer(group, DigitNetwork.Vectors(Size, VectorLength), VectorLength),
            _ => new GroupConvolutionCanonicalizer(group, kernelSize: AdaptationOptions.KernelSize, layers: variant.Rotations > LargeGroup ? 2 : 3, pooling: AdaptationOptions.Pooling),
        });
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
