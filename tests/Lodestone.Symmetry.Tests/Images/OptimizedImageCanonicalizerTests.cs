using Lodestone.Symmetry.Canonicalization;
using Lodestone.Symmetry.Images;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Tests.Images;

public sealed class OptimizedImageCanonicalizerTests
{
    [Fact]
    public void The_smallest_energy_is_taken()
    {
        // Energy: brightness of the top row; the copy with the dark side above is canonical.
        using var canonicalizer = new EnergyImageCanonicalizer(ImageGroup.Cyclic(4), new TopRow());
        Tensor images = ones(1, 1, 4, 4);
        images[0, 0, .., 0] = zeros(4); // dark on the left: a quarter turn counter-clockwise of dark above

        Assert.Equal([1], canonicalizer.Frame(images).data<long>());
        Assert.Equal(0, canonicalizer.CanonicalForm(images)[0, 0, 0].abs().sum().item<float>());
    }

    [Fact]
    public void The_activation_is_the_cosine_with_a_reference_that_is_kept_and_not_learned()
    {
        random.manual_seed(3);
        using ContrastiveImageCanonicalizer canonicalizer = Make(4);
        Tensor reference = canonicalizer.state_dict()["reference"];
        Assert.Equal(1, reference.norm().item<float>(), 1e-6);
        Assert.DoesNotContain(canonicalizer.named_parameters(), parameter => parameter.name == "reference");
        Tensor along = 5 * reference, across = reference.roll(1) - reference.roll(1).dot(reference) * reference;

        float[] activations = [.. canonicalizer.Activations(stack([along, -along, across, along + 5 * across / across.norm()]).unsqueeze(0)).data<float>()];

        Assert.Equal(1, activations[0], 1e-6);
        Assert.Equal(-1, activations[1], 1e-6);
        Assert.Equal(0, activations[2], 1e-6);
        Assert.Equal(Math.Sqrt(0.5), activations[3], 1e-6);
    }

    [Fact]
    public void The_vector_of_an_element_is_that_of_the_image_turned_back()
    {
        random.manual_seed(4);
        using var network = nn.Sequential(nn.Flatten(), nn.Linear(64, 5));
        using var canonicalizer = new ContrastiveImageCanonicalizer(ImageGroup.Dihedral(4), network, 5);
        Tensor images = rand(3, 1, 8, 8);
        Tensor vectors = canonicalizer.Vectors(images);

        Assert.Equal([3, 8, 5], vectors.shape);
        Assert.Equal(0, Equivariance.LargestDifference(vectors.select(1, 1), network.forward(canonicalizer.Group.Act(3, images))), 1e-6);
        Assert.Equal(0, Equivariance.LargestDifference(canonicalizer.forward(images), canonicalizer.Activations(vectors)), 1e-6);
    }

    [Fact]
    public void The_contrast_of_orthogonal_vectors_is_zero_and_that_of_parallel_ones_is_one()
    {
        Tensor orthogonal = eye(4, 6).unsqueeze(0) * tensor(new float[] { 1, 2, 3, -4 }).view(1, 4, 1);
        Tensor parallel = tensor(new float[] { 1, -2, 3 }).view(1, 3, 1) * rand(1, 1, 5);
        Tensor half = tensor(new float[,] { { 1, 0 }, { 1, 0 }, { 0, 2 } }).unsqueeze(0); // one pair of three

        Assert.Equal(0, ContrastiveImageCanonicalizer.Contrast(orthogonal).item<float>());
        Assert.Equal(1, ContrastiveImageCanonicalizer.Contrast(parallel).item<float>(), 1e-6);
        Assert.Equal(1.0 / 3, ContrastiveImageCanonicalizer.Contrast(half).item<float>(), 1e-6);
        Assert.Equal(2.0 / 3, ContrastiveImageCanonicalizer.Contrast(cat([half, ones(1, 3, 2)])).item<float>(), 1e-6);
    }

    [Fact]
    public void Learning_the_contrast_tells_copies_apart()
    {
        random.manual_seed(5);
        using ContrastiveImageCanonicalizer canonicalizer = Make(8);
        Tensor images = rand(4, 1, 8, 8);
        using var optimizer = optim.Adam(canonicalizer.parameters(), 0.01);
        double Contrast() => ContrastiveImageCanonicalizer.Contrast(canonicalizer.Vectors(images)).item<float>();
        double before = Contrast();
        for (int step = 0; step < 40; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            ContrastiveImageCanonicalizer.Contrast(canonicalizer.Vectors(images)).backward();
            Assert.All(canonicalizer.parameters(), parameter => Assert.True(parameter.grad!.abs().max().item<float>() > 0));
            optimizer.step();
        }

        Assert.True(Contrast() < before / 3, $"{before} became {Contrast()}.");
    }

    private static ContrastiveImageCanonicalizer Make(int length) =>
        new(ImageGroup.Cyclic(4), nn.Sequential(nn.Flatten(), nn.Linear(64, 16), nn.Tanh(), nn.Linear(16, length)), length);

    private sealed class TopRow() : nn.Module<Tensor, Tensor>(nameof(TopRow))
    {
        public override Tensor forward(Tensor images) => images[.., 0, 0].sum(1, keepdim: true);
    }
}
