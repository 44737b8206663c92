using Lodestone.Symmetry.Canonicalization;
using Lodestone.Symmetry.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace Lodestone.Symmetry.Tests.Images;

public sealed class SteerableImageCanonicalizerTests
{
    private const int Size = 24;

    public static TheoryData<bool, int> Kinds { get; } = new() { { false, 1 }, { true, 1 }, { false, 2 }, { true, 2 } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Frames_turn_along_with_quarter_turns_and_reflections_exactly(bool reflections, int pooling)
    {
        using SteerableImageCanonicalizer canonicalizer = Make(reflections, pooling);
        ImageGroup pixels = reflections ? ImageGroup.Dihedral(4) : ImageGroup.Cyclic(4);
        void Check(Tensor images, double tolerance) => Equivariance.AssertEquivariant(
            canonicalizer.Frame, Enumerable.Range(0, pixels.Order), pixels.Act, (element, frames) => Matrix(element).to_type(frames.dtype).matmul(frames),
            Equivariance.LargestDifference, [images], tolerance);

        Check(Blobs(5), reflections ? 1e-4 : 1e-5); // two vectors may be nearly parallel
        canonicalizer.to(ScalarType.Float64);
        Check(Blobs(5).to_type(float64), 1e-10);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_network_becomes_invariant_to_quarter_turns_and_reflections(bool reflections, int pooling)
    {
        using SteerableImageCanonicalizer canonicalizer = Make(reflections, pooling);
        using var network = nn.Sequential(nn.Conv2d(1, 4, 3), nn.Tanh(), nn.Flatten(), nn.Linear(4 * 22 * 22, 3));
        ImageGroup pixels = reflections ? ImageGroup.Dihedral(4) : ImageGroup.Cyclic(4);

        Equivariance.AssertEquivariant(
            canonicalizer.Invariant(network.forward), Enumerable.Range(0, pixels.Order), pixels.Act, Equivariance.Invariant,
            Equivariance.LargestDifference, [Blobs(5)], 1e-5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_first_axis_turns_along_with_any_angle_up_to_interpolation(bool reflections)
    {
        using SteerableImageCanonicalizer canonicalizer = Make(reflections, pooling: 1);

        EquivarianceReport report = Equivariance.Measure(
            images => canonicalizer.Frame(images)[.., .., ..1], canonicalizer.Group, canonicalizer.Act, (element, axes) => element.to_type(float32).matmul(axes),
            (a, b) => (a - b).abs().mean().item<float>(), [Blobs(5)]);

        Assert.InRange(report.Error, 0, 0.15); // the mean over images: of an image whose vector is nearly zero, nothing can be asked
    }

    [Fact]
    public void Rotations_alone_do_not_follow_a_reflection()
    {
        using SteerableImageCanonicalizer canonicalizer = Make(reflections: false, pooling: 1);
        Tensor images = Blobs(3), frames = canonicalizer.Frame(images);

        Assert.Equal(0, Equivariance.LargestDifference(linalg.det(frames), ones(3)), 1e-5);
        Assert.True(Equivariance.LargestDifference(canonicalizer.Frame(images.flip(2)), Matrix(4).matmul(frames)) > 0.1);
    }

    [Fact]
    public void A_matrix_moves_images_as_the_element_of_the_group_does()
    {
        ImageGroup pixels = ImageGroup.Dihedral(4);
        Tensor images = Blobs(2);
        for (int element = 0; element < pixels.Order; element++)
            Assert.Equal(0, Equivariance.LargestDifference(ImageRotation.Transform(images, Matrix(element)), pixels.Act(element, images)), 1e-5);
        Assert.Equal(0, Equivariance.LargestDifference(
            ImageRotation.Transform(images, ImageRotation.Matrices(tensor(new[] { 0.3f, -2f }))), ImageRotation.Rotate(images, tensor(new[] { 0.3f, -2f }))), 1e-5);
    }

    [Fact]
    public void An_empty_image_has_a_frame_and_a_gradient()
    {
        using SteerableImageCanonicalizer canonicalizer = Make(reflections: true, pooling: 1);
        Tensor frames = canonicalizer.Frame(cat([zeros(1, 1, Size, Size), Blobs(1)]));

        Assert.Equal(0, Equivariance.LargestDifference(frames.matmul(frames.transpose(1, 2)), eye(2).expand(2, 2, 2)), 1e-5);
        FramePrior.Loss(frames).backward();
        Assert.All(canonicalizer.parameters(), parameter => Assert.True(parameter.grad!.isfinite().all().item<bool>()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Training_on_the_prior_makes_images_canonical(bool reflections)
    {
        using SteerableImageCanonicalizer canonicalizer = Make(reflections, pooling: 2);
        Tensor images = Blobs(4), turned = canonicalizer.Group.Sample(1, 1).Single();
        using var optimizer = optim.Adam(canonicalizer.parameters(), 0.02);
        double before = FramePrior.IdentityDistance(canonicalizer.Frame(images));
        for (int step = 0; step < 60; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            FramePrior.Loss(canonicalizer.Frame(images)).backward();
            optimizer.step();
        }

        double after = FramePrior.IdentityDistance(canonicalizer.Frame(images));
        Assert.True(after < before * 0.7, $"{before} became {after}.");
        Assert.Equal(after, (canonicalizer.Frame(canonicalizer.Act(turned, images)) - turned.to_type(float32)).square().sum([1, 2]).sqrt().mean().item<float>(), 0.2);
    }

    [Fact]
    public void The_prior_and_the_metric_measure_the_distance_from_the_identity()
    {
        Tensor frames = ImageRotation.Matrices(tensor(new[] { 0.0, Math.PI, Math.PI / 2 }, dtype: ScalarType.Float64));

        Assert.Equal((0 + 2 + 1) / 3.0, FramePrior.Loss(frames).item<double>(), 1e-12);
        Assert.Equal(0, FramePrior.Loss(frames, frames).item<double>(), 1e-12);
        Assert.Equal((0 + Math.Sqrt(8) + 2) / 3, FramePrior.IdentityDistance(frames), 1e-12);
    }

    [Fact]
    public void Kernels_without_a_middle_are_refused() =>
        Assert.Throws<ArgumentException>(() => new SteerableImageCanonicalizer(reflections: false, Size, kernelSize: 4));

    private static SteerableImageCanonicalizer Make(bool reflections, int pooling)
    {
        random.manual_seed(7);
        return new SteerableImageCanonicalizer(reflections, Size, pooling: pooling);
    }

    /// <summary>The matrix of an element of D4: of a quarter turn, after the reflection upside down.</summary>
    private static Tensor Matrix(int element)
    {
        Tensor turn = tensor(new float[,] { { 0, -1 }, { 1, 0 } }), mirror = diag(tensor(new float[] { 1, -1 }));
        Tensor matrix = element < 4 ? eye(2) : mirror;
        for (int i = 0; i < element % 4; i++) matrix = turn.matmul(matrix);
        return matrix;
    }

    /// <summary>Smooth images: some blobs each, within the circle that no rotation cuts off.</summary>
    private static Tensor Blobs(int count)
    {
        Tensor x = arange(Size, dtype: float32) - (Size - 1) / 2f;
        Tensor Blob(double right, double up, double width) => (-((x - right).square().unsqueeze(0) + (x + up).square().unsqueeze(1)) / (2 * width * width)).exp();
        return stack([.. Enumerable.Range(0, count).Select(i => Blob(4, 1 + i, 2) + 0.6 * Blob(-2, 4 - i, 2) + 0.4 * Blob(i - 2, -4, 2))]).unsqueeze(1).to_type(float32);
    }
}
