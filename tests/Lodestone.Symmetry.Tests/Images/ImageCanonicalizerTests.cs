using Lodestone.Symmetry.Canonicalization;
using Lodestone.Symmetry.Images;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Tests.Images;

public sealed class ImageCanonicalizerTests
{
    public static TheoryData<string> Kinds { get; } = ["C4", "D4", "C8", "D8", "energy C4", "energy D4", "contrastive C4", "contrastive D4", "contrastive C8"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_chosen_element_turns_with_the_image(string kind)
    {
        ImageCanonicalizer canonicalizer = Make(kind);
        Tensor images = rand(6, 1, 12, 12);
        Tensor frames = canonicalizer.Frame(images);
        Assert.True(frames.unique().output.numel() > 1);
        foreach (int g in Exact(canonicalizer.Group))
        {
            Tensor expected = canonicalizer.Group.Multiply(tensor(new long[] { g }), frames);

            Assert.Equal(expected.data<long>().ToArray(), canonicalizer.Frame(canonicalizer.Group.Act(g, images)).data<long>().ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_network_becomes_invariant_to_quarter_turns_sample_by_sample(string kind)
    {
        ImageCanonicalizer canonicalizer = Make(kind);
        using var network = nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(400, 3));
        Tensor images = rand(6, 1, 12, 12);
        Func<Tensor, Tensor> classify = canonicalizer.Invariant<Tensor, Tensor, Tensor>(network.forward);

        foreach (int g in Exact(canonicalizer.Group))
        {
            Tensor turned = classify(canonicalizer.Group.Act(g, images));
            Assert.Equal(0, Equivariance.LargestDifference(classify(images), turned), 1e-5);
            Assert.Equal(classify(images).argmax(1).data<long>().ToArray(), turned.argmax(1).data<long>().ToArray());
        }
    }

    [Theory]
    [InlineData("C8")]
    [InlineData("energy C4")]
    [InlineData("contrastive C8")]
    public void Training_sees_the_canonical_image_and_a_gradient(string kind)
    {
        ImageCanonicalizer canonicalizer = Make(kind);
        Tensor images = rand(3, 1, 12, 12);
        Tensor canonical = canonicalizer.Canonicalize(images, canonicalizer.forward(images));

        Assert.Equal(0, Equivariance.LargestDifference(canonical, canonicalizer.CanonicalForm(images)), 1e-5);
        canonical.square().sum().backward();
        Assert.All(canonicalizer.parameters(), parameter => Assert.True(parameter.grad is { } gradient && gradient.isfinite().all().item<bool>()));
        Assert.Contains(canonicalizer.parameters(), parameter => parameter.grad!.abs().max().item<float>() > 0);
    }

    [Fact]
    public void Elements_cannot_be_told_apart_by_the_blur_of_their_kernels()
    {
        // On noise no direction is special. Of the rotations of C16, those that differ by a quarter turn are interpolated alike.
        double[] spreads = [.. Enumerable.Range(0, 10).Select(seed =>
        {
            random.manual_seed(seed);
            using var scope = NewDisposeScope();
            using var canonicalizer = new GroupConvolutionCanonicalizer(ImageGroup.Cyclic(16), channels: 4, kernelSize: 7);
            Tensor activations = canonicalizer.forward(randn(200, 1, 12, 12)).detach();
            Tensor means = activations.mean([0]).view(4, 4).mean([0]);
            return (double)((means.max() - means.min()) / activations.std(0).mean()).item<float>();
        })];

        Assert.InRange(spreads.Average(), 0, 0.08);
    }

    [Fact]
    public void The_prior_is_the_logarithm_of_the_identity_and_training_on_it_makes_images_canonical()
    {
        ImageCanonicalizer canonicalizer = Make("C4");
        Tensor images = rand(8, 1, 12, 12);
        images[.., .., ..6] += 1; // bright above
        using var optimizer = optim.Adam(canonicalizer.parameters(), 0.01);

        Tensor activations = canonicalizer.forward(images);
        double expected = -activations.softmax(1)[.., 0].log().mean().item<float>();
        Assert.Equal(expected, CanonicalizationPrior.Loss(activations).item<float>(), 1e-5);
        Assert.Equal(expected, CanonicalizationPrior.Loss(canonicalizer.forward(canonicalizer.Group.Act(3, images)), full(8, 3L)).item<float>(), 1e-5);
        for (int step = 0; step < 60; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            CanonicalizationPrior.Loss(canonicalizer.forward(images)).backward();
            optimizer.step();
        }

        Assert.Equal(1, CanonicalizationPrior.IdentityShare(canonicalizer.forward(images)));
        Assert.Equal(0, CanonicalizationPrior.IdentityShare(canonicalizer.forward(canonicalizer.Group.Act(1, images))));
        Assert.Equal(0, Equivariance.LargestDifference(canonicalizer.CanonicalForm(canonicalizer.Group.Act(1, images)), images));
    }

    [Fact]
    public void The_group_average_is_that_of_the_transformed_images()
    {
        Tensor images = zeros(4, 1, 4, 4);
        images[.., .., 0] = ones(4);
        Tensor labels = tensor(new long[] { 1, 1, 1, 0 });

        // Says 1 where the top row is bright: right for three of four upright images, for one of four elsewhere.
        Tensor Classify(Tensor x) => stack([full([x.shape[0]], 0.9f), x[.., 0, 0].mean([1])], 1);
        Assert.Equal((0.75 + 3 * 0.25) / 4, GroupAverage.Accuracy(Classify, ImageGroup.Cyclic(4), images, labels), 1e-12);
        Assert.Equal(0.75, GroupAverage.Accuracy(Classify, ImageGroup.Cyclic(1), images, labels), 1e-12);
    }

    private static int[] Exact(ImageGroup group) =>
        [.. Enumerable.Range(0, group.Order).Where(element => element % group.Rotations * 4 % group.Rotations == 0)];

    private static ImageCanonicalizer Make(string kind)
    {
        random.manual_seed(11);
        int rotations = kind[^1] - '0';
        ImageGroup group = kind[^2] == 'D' ? ImageGroup.Dihedral(rotations) : ImageGroup.Cyclic(rotations);
        nn.Module<Tensor, Tensor> Network(int length) => nn.Sequential(nn.Conv2d(1, 4, 5), nn.SiLU(), nn.Flatten(), nn.Linear(256, length));
        return kind.Split(' ')[0] switch
        {
            "energy" => new EnergyImageCanonicalizer(group, Network(1)),
            "contrastive" => new ContrastiveImageCanonicalizer(group, Network(16), 16),
            _ => new GroupConvolutionCanonicalizer(group, channels: 4, kernelSize: 3, pooling: kind == "D4" ? 2 : 1),
        };
    }
}
