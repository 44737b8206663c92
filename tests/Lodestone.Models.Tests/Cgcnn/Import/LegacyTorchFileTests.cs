using System.Text;
using Lodestone.Learning.Files;
using Lodestone.Matter;
using Lodestone.Models.Cgcnn.Import;

namespace Lodestone.Models.Tests.Cgcnn.Import;

public sealed class LegacyTorchFileTests
{
    private static readonly Dictionary<string, Action<PickleBuilder>> MalformedContents = new()
    {
        ["empty stack"] = p => p.Do(PickleOpcode.Tuple2),
        ["missing mark"] = p => p.Do(PickleOpcode.Tuple),
        ["operand below a mark"] = p => p.Do(PickleOpcode.None, PickleOpcode.Mark, PickleOpcode.Tuple1),
        ["append to a dictionary"] = p => p.Do(PickleOpcode.EmptyDict, PickleOpcode.None, PickleOpcode.Append),
        ["entries of a list"] = p => p.Do(PickleOpcode.EmptyList, PickleOpcode.None, PickleOpcode.None, PickleOpcode.SetItem),
        ["odd entries"] = p => p.Do(PickleOpcode.EmptyDict, PickleOpcode.Mark).Text("a").Do(PickleOpcode.SetItems),
        ["a list as a key"] = p => p.Do(PickleOpcode.EmptyDict, PickleOpcode.EmptyList, PickleOpcode.None, PickleOpcode.SetItem),
        ["memo"] = p => p.Do(PickleOpcode.BinGet).Raw(9),
        ["text beyond the end"] = p => p.Do(PickleOpcode.BinUnicode).Raw(0xff, 0xff, 0xff, 0xff),
        ["text that is not UTF-8"] = p => p.Do(PickleOpcode.BinUnicode).Raw(1, 0, 0, 0, 0xff),
        ["name without an end"] = p => p.Do(PickleOpcode.Global).Raw("torch"u8),
        ["call of a storage"] = p => p.Global("torch", "FloatStorage").Do(PickleOpcode.EmptyTuple, PickleOpcode.Reduce),
        ["call of a text"] = p => p.Text("a").Do(PickleOpcode.EmptyTuple, PickleOpcode.Reduce),
        ["tensor beyond its storage"] = p => p.Tensor("0", 2, 1, [2], [1]),
        ["tensor of enormous shape"] = p => p.Tensor("0", 2, 0, [int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue], [1, 1, 1, 1, 1]),
        ["tensor that repeats one number"] = p => p.Tensor("0", 2, 0, [1_000_000_000], [0]),
        ["negative extent"] = p => p.Tensor("0", 2, 0, [-1], [1]),
        ["negative offset"] = p => p.Tensor("0", 2, -1, [1], [1]),
        ["negative storage"] = p => p.Tensor("0", -2, 0, [1], [1]),
        ["storage described twice"] = p => p.Tensor("0", 2, 0, [1], [1]).Tensor("0", 3, 0, [1], [1]),
        ["storage that is not in the file"] = p => p.Tensor("1", 2, 0, [1], [1]),
        ["numpy of another byte order"] = p => p.Global("numpy", "dtype").Do(PickleOpcode.Mark).Text("f8").Do(PickleOpcode.Tuple, PickleOpcode.Reduce, PickleOpcode.Mark).Integer(3).Text(">").Do(PickleOpcode.Tuple, PickleOpcode.Build),
    };

    public static TheoryData<string> MalformedNames => [.. MalformedContents.Keys];

    [Fact]
    public void Tensors_share_a_storage()
    {
        byte[] file = PickleBuilder.TorchFile(
            p => p.Do(PickleOpcode.Mark).Tensor("7", 6, 0, [2, 2], [2, 1]).Tensor("7", 6, 4, [2], [1]).Tensor("7", 6, 5, [], []).Do(PickleOpcode.Tuple),
            ("7", [1, 2, 3, 4, 5, 6]));
        var tensors = (object?[])LegacyTorchFile.Parse(file, "x")!;
        NamedTensor[] named = [.. tensors.Select(tensor => ((PickledTensor)tensor!).ToNamed("t"))];
        Assert.Equal([2, 2], named[0].Shape);
        Assert.Equal([1f, 2, 3, 4], named[0].AsSingles().ToArray());
        Assert.Equal([5f, 6], named[1].AsSingles().ToArray());
        Assert.Equal([6f], named[2].AsSingles().ToArray());
    }

    [Theory]
    [InlineData("os", "system")]
    [InlineData("posix", "system")]
    [InlineData("builtins", "eval")]
    [InlineData("__builtin__", "getattr")]
    [InlineData("subprocess", "Popen")]
    [InlineData("torch.nn.modules.linear", "Linear")]
    [InlineData("collections", "OrderedDict.__init__")]
    public void Whatever_is_to_be_run_is_refused_by_name(string module, string name)
    {
        byte[] file = PickleBuilder.TorchFile(p => p.Global(module, name).Do(PickleOpcode.Mark).Text("echo").Do(PickleOpcode.Tuple, PickleOpcode.Reduce));
        Assert.Contains($"asks to run '{module}.{name}'", Refusal(file));
    }

    [Fact]
    public void The_headers_are_read_as_warily_as_the_content()
    {
        byte[] sound = PickleBuilder.TorchFile(p => p.Do(PickleOpcode.None));
        byte[] attack = new PickleBuilder().Raw(sound.AsSpan(0, 15)).Raw(0x80, 2).Global("os", "system").Bytes;
        Assert.Contains("asks to run 'os.system'", Refusal(attack));
    }

    [Fact]
    public void Every_instruction_is_known_or_refused()
    {
        for (int code = 0; code < 256; code++)
        {
            byte[] file = PickleBuilder.TorchFile(p => p.Raw((byte)code).Raw(new byte[16]));
            Assert.Throws<InputException>(() => LegacyTorchFile.Parse(file, "x"));
        }
        Assert.Contains("'Inst'", Refusal(PickleBuilder.TorchFile(p => p.Do(PickleOpcode.Inst))));
        Assert.Contains("'StackGlobal'", Refusal(PickleBuilder.TorchFile(p => p.Text("os").Text("system").Do(PickleOpcode.StackGlobal))));
        Assert.Contains("'NewObj'", Refusal(PickleBuilder.TorchFile(p => p.Do(PickleOpcode.NewObj))));
        Assert.Contains("0xff", Refusal(PickleBuilder.TorchFile(p => p.Raw(0xff))));
    }

    [Theory]
    [MemberData(nameof(MalformedNames))]
    public void Malformed_content_is_refused(string name) =>
        Assert.NotEmpty(Refusal(PickleBuilder.TorchFile(MalformedContents[name], ("0", [1, 2]))));

    [Fact]
    public void Every_truncation_and_every_flip_ends_in_one_sentence_or_a_result()
    {
        byte[] file = PickleBuilder.TorchFile(p => p.Tensor("0", 3, 0, [3], [1]), ("0", [1, 2, 3]));
        for (int length = 0; length < file.Length; length++)
            Assert.Throws<InputException>(() => LegacyTorchFile.Parse(file.AsMemory(0, length), "x"));
        var random = new Random(1);
        for (int repeat = 0; repeat < 20_000; repeat++)
        {
            byte[] damaged = [.. file];
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                LegacyTorchFile.Parse(damaged, "x");
            }
            catch (InputException e)
            {
                Assert.StartsWith("x ", e.Message);
            }
        }
    }

    [Fact]
    public void A_list_that_holds_itself_does_no_harm()
    {
        byte[] file = PickleBuilder.TorchFile(p => p.Do(PickleOpcode.EmptyList, PickleOpcode.BinPut).Raw(0).Do(PickleOpcode.BinGet).Raw(0).Do(PickleOpcode.Append));
        var list = (List<object?>)LegacyTorchFile.Parse(file, "x")!;
        Assert.Same(list, list[0]);
    }

    [Fact]
    public void Foreign_files_are_named()
    {
        Assert.Contains("not a torch file", Refusal([]));
        Assert.Contains("not a torch file", Refusal(Encoding.UTF8.GetBytes("data_NaCl")));
        Assert.Contains("zip format", Refusal([.. "PK"u8, 3, 4]));
    }

    private static string Refusal(byte[] file) => Assert.Throws<InputException>(() => LegacyTorchFile.Parse(file, "x")).Message;
}
