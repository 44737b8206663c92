using Lodestone.Learning.Files;
using Lodestone.Matter;
using TorchSharp;

namespace Lodestone.Learning.Tests.Files;

public sealed class NamedTensorTests
{
    [Fact]
    public void Every_type_survives_torch()
    {
        using var scope = torch.NewDisposeScope();
        foreach (DType type in Enum.GetValues<DType>())
        {
            torch.Tensor tensor = torch.arange(6).reshape(2, 3).to(type.ToTorch());
            NamedTensor named = NamedTensor.From("t", tensor);
            Assert.Equal(6 * type.Size(), named.Data.Length);
            torch.Tensor back = named.ToTensor();
            Assert.Equal(tensor.dtype, back.dtype);
            Assert.True(tensor.equal(back).all().item<bool>());
        }
    }

    [Fact]
    public void Scalars_and_transposed_views_are_copied_in_row_major_order()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Empty(NamedTensor.From("s", torch.tensor(3f)).Shape);
        Assert.Equal(3f, NamedTensor.From("s", torch.tensor(3f)).ToTensor().item<float>());
        NamedTensor transposed = NamedTensor.From("t", torch.arange(4, torch.float32).reshape(2, 2).t());
        Assert.Equal([0f, 2f, 1f, 3f], transposed.AsSingles().ToArray());
    }

    [Fact]
    public void A_module_is_restored_and_a_stranger_refused()
    {
        using var scope = torch.NewDisposeScope();
        using var source = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2));
        using var copy = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2));
        source.forward(torch.randn(8, 3));
        var tensors = ModuleTensors.Save(source, "member0/").ToDictionary(tensor => tensor.Name);
        ModuleTensors.Load(copy, tensors, "member0/", "x");
        source.eval();
        copy.eval();
        torch.Tensor input = torch.randn(4, 3);
        Assert.True(source.forward(input).equal(copy.forward(input)).all().item<bool>());

        using var other = torch.nn.Linear(3, 2);
        Assert.Contains("lacks the tensor 'weight'", Assert.Throws<InputException>(() => ModuleTensors.Load(other, tensors, "member0/", "x")).Message);
        tensors["member0/stray"] = NamedTensor.From("member0/stray", [1f], 1);
        Assert.Contains("stray", Assert.Throws<InputException>(() => ModuleTensors.Load(copy, tensors, "member0/", "x")).Message);
    }
}
