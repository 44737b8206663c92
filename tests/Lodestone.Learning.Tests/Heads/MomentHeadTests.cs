using Lodestone.Learning.Heads;
using Lodestone.Matter;
using TorchSharp;

namespace Lodestone.Learning.Tests.Heads;

public sealed class MomentHeadTests
{
    private static readonly Target Moments = new("site_moments_uB") { Level = TargetLevel.Site, Head = "moment" };
    private static readonly TargetHead Head = TargetHead.Create(Moments, new Scaler(0, 1));

    // Three materials: opposite in every sign; (1 + 0 + 1)/3 against (9 + 0 + 1)/3; 2.5² against 1.5².
    private static readonly float[] Outputs = [1, -1, 2, 0, 1, 0.5f];
    private static readonly float[] Values = [-1, 1, 1, 0, 0, -2];
    private static readonly long[] Materials = [0, 0, 1, 1, 1, 2];

    [Fact]
    public void The_loss_of_a_material_is_the_smaller_mean_square_of_the_two_sides() =>
        Assert.Equal([0, 2 / 3f, 2.25f], Losses(Outputs, Values).Losses, (a, b) => Math.Abs(a - b) < 1e-6);

    [Fact]
    public void A_flip_of_any_material_changes_neither_loss_nor_gradient()
    {
        var expected = Losses(Outputs, Values);
        for (int flips = 1; flips < 8; flips++)
        {
            float[] flipped = [.. Values.Select((value, row) => (flips >> (int)Materials[row] & 1) == 1 ? -value : value)];
            Assert.Equal(expected.Losses, Losses(Outputs, flipped).Losses);
            Assert.Equal(expected.Gradient, Losses(Outputs, flipped).Gradient);
        }
    }

    [Fact]
    public void The_gradient_is_that_of_the_nearer_side() =>
        Assert.Equal([0, 0, 2 / 3f, 0, 2 / 3f, -3], Losses(Outputs, Values).Gradient, (a, b) => Math.Abs(a - b) < 1e-6);

    [Fact]
    public void The_scale_keeps_zero_where_it_is() => Assert.Equal(new Scaler(0, 2), Scaler.Fit(Moments, [2, -2, 2]));

    [Fact]
    public void The_head_is_refused_for_materials() =>
        Assert.Contains("level 'site'", Assert.Throws<InputException>(() => TargetHead.Create(Moments with { Level = TargetLevel.Material }, new Scaler(0, 1))).Message);

    [Fact]
    public void Targets_of_materials_and_of_sites_do_not_share_a_network() =>
        Assert.Contains("a model for each", Assert.Throws<InputException>(() =>
            new HeadSet([Head, TargetHead.Create(new Target("band_gap_eV"), new Scaler(0, 1))])).Message);

    private static (float[] Losses, float[] Gradient) Losses(float[] outputs, float[] values)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor raw = torch.tensor(outputs, requires_grad: true);
        torch.Tensor losses = Head.Loss(raw.view(-1, 1), torch.tensor(values), Materials);
        losses.sum().backward();
        return (losses.data<float>().ToArray(), raw.grad!.data<float>().ToArray());
    }
}
