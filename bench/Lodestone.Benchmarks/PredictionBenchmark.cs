using BenchmarkDotNet.Attributes;
using Lodestone.App.Screening;
using Lodestone.Benchmarks.Inputs;
using Lodestone.Data;
using Lodestone.Data.Tables;
using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Heads;
using Lodestone.Models.Cgcnn;
using Lodestone.Models.Graphs;
using TorchSharp;

namespace Lodestone.Benchmarks;

/// <summary>
/// Claim: one CGCNN predicts at least 800 crystals a second from a table of CIFs, on two cores: what <c>lodestone predict</c> does, with
/// default options and random weights.
/// </summary>
public class PredictionBenchmark
{
    private const int Count = 2_000;
    private byte[] _table = [];
    private Material[] _materials = [];
    private NamedModel _model = null!;

    [GlobalSetup]
    public void Setup()
    {
        torch.set_num_threads(Environment.ProcessorCount);
        torch.random.manual_seed(1);
        _table = WriteTable(Crystals.Texts(Count));
        _materials = Crystals.Materials(Count);
        _model = MakeModel();
        if (FromCif() != Count) throw new InvalidDataException("Not every crystal of this benchmark can be predicted.");
    }

    [GlobalCleanup]
    public void Cleanup() => _model.Model.Dispose();

    [Benchmark(Description = "table of CIFs to predictions, all cores", OperationsPerInvoke = Count)]
    public int FromCif()
    {
        var readings = MaterialSource.Open(["-"], () => new MemoryStream(_table)).Read();
        return new PredictionStream([_model]).Predict(readings, CancellationToken.None).Count(row => row.Material is not null);
    }

    [Benchmark(Description = "structures to predictions, all cores", OperationsPerInvoke = Count)]
    public IReadOnlyList<Prediction> FromStructures() => _model.Model.Predict(_materials);

    private static byte[] WriteTable(string[] texts)
    {
        using var stream = new MemoryStream();
        using (TableWriter writer = TableWriter.Create(stream, ".csv", TableColumn.Text("cif")))
        {
            foreach (string text in texts) writer.Write(text);
            writer.Commit();
        }
        return stream.ToArray();
    }

    private static NamedModel MakeModel()
    {
        var target = new TargetDescription(new Target("formation_energy_eV_atom"), new Scaler(0, 1));
        var heads = new HeadSet([TargetHead.Create(target.Target, target.Scaler)]);
        var model = new NetworkModel<CrystalGraph>([new CgcnnNetwork(new CgcnnOptions(), heads.Outputs)], heads);
        var description = new ModelDescription { Name = "benchmark", Architecture = "cgcnn", Targets = [target] };
        return new NamedModel(description.Name, model, model.ToFile(description));
    }
}
