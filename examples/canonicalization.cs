#:project ../src/Lodestone.Models/Lodestone.Models.csproj
#:property PublishAot=false

// Any predictor made invariant or equivariant in one line, and the proof (arXiv:2211.06489).
//   dotnet run -c Release examples/canonicalization.cs [-- FIGURE.png]
// Run it in the folder of the repository, whose models and crystals it reads. With a name, it also draws how three predictors see a turned molecule.
using System.Globalization;
using Lodestone.Data;
using Lodestone.Learning;
using Lodestone.Matter;
using Lodestone.Models;
using Lodestone.Models.Canonicalization;
using Lodestone.Models.Cartesian;
using Lodestone.Symmetry;
using Lodestone.Symmetry.Canonicalization;
using Lodestone.Symmetry.Canonicalization.Crystals;
using Lodestone.Symmetry.Canonicalization.Points;
using Lodestone.Symmetry.Continuous;
using Lodestone.Symmetry.VectorNeurons;
using ScottPlot;
using static TorchSharp.torch;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
set_num_threads(1);
random.manual_seed(1);
using IDisposable noGrad = no_grad();
Structure[] crystals = [.. new[] { "Co2FeSi", "BaFe12O19", "CrO2" }.Select(name => StructureOf($"examples/crystals/{name}.cif"))];

// 1. A plain lambda of points, that knows nothing of symmetry, becomes equivariant under E(3).
var axes = new PrincipalAxes(3, reflections: true);
Func<Tensor, Tensor> plain = points => points.sin() + points.roll(1, -1) * points;
Func<Tensor, Tensor> equivariant = axes.Equivariant(plain, axes.Act);
Tensor[] clouds = [rand(12, 3, dtype: ScalarType.Float64).square(), rand(30, 3, dtype: ScalarType.Float64).square()];
Equivariance.AssertEquivariant(equivariant, axes.Group, axes.Act, axes.Act, clouds, 1e-10);
Say("a lambda", Equivariance.Measure(plain, axes.Group, axes.Act, axes.Act, Equivariance.LargestDifference, clouds),
    Equivariance.Measure(equivariant, axes.Group, axes.Act, axes.Act, Equivariance.LargestDifference, clouds));

// 2. A graph network that reads raw Cartesian vectors becomes invariant under all motions and all cells of a crystal.
var network = new CartesianNetwork(new CartesianOptions { Canonicalization = CrystalCanonicalization.None }, outputs: 1);
network.eval();
Func<Structure, double> graph = crystal => network.forward(network.Encoder.Encode(Of(crystal))).item<float>();
var standard = new StandardCell();
Func<Structure, double> invariant = standard.Invariant(graph);
Structure[] primitive = [.. crystals.Select(crystal => crystal.Primitive())];
Equivariance.AssertEquivariant(invariant, standard.Group, standard.Act, Equivariance.Invariant, Distance, primitive, 1e-5);
Say("a graph network", Change(graph, primitive), Change(invariant, primitive));

// 3. A shipped model in any cell of a crystal. It is nearly invariant by itself, so here is little to gain.
using IPropertyModel shipped = ModelCatalog.Load("models/formation-energy/formation-energy.lodestone");
using IPropertyModel canonicalized = new CanonicalizedModel(shipped, StandardCell.Of);
Func<Structure, double> before = crystal => shipped.Predict([Of(crystal)])[0].Estimates[0].Mean;
Func<Structure, double> after = crystal => canonicalized.Predict([Of(crystal)])[0].Estimates[0].Mean;
Equivariance.AssertEquivariant(after, standard.Group, standard.Act, Equivariance.Invariant, Distance, primitive, 1e-5, elements: 8);
Say("formation-energy", Change(before, primitive), Change(after, primitive));

if (args.Length > 0) Draw(args[0]);
return;

EquivarianceReport Change(Func<Structure, double> f, Structure[] samples) =>
    Equivariance.Measure(f, standard.Group, standard.Act, Equivariance.Invariant, Distance, samples, elements: 8);

static double Distance(double a, double b) => Math.Abs(a - b);

static void Say(string name, EquivarianceReport before, EquivarianceReport after) =>
    Console.WriteLine($"{name,-22}error before {before.Error,8:0.0e+0}   after {after.Error,8:0.0e+0}   ({after.Elements} elements, {after.Samples} samples)");

static Structure StructureOf(string path) => MaterialSource.Open([path]).Read().Single().Material!.Structure!;

static Material Of(Structure crystal) => new("", Composition.Of(crystal), crystal);

// A network of points sees a cloud that is turned around an axis: by itself, in the frame of the published biased network, and in an exact frame.
static void Draw(string path)
{
    using var scope = NewDisposeScope();
    Tensor cloud = rand(12, 3).square();
    using var predictor = nn.Sequential(nn.Linear(3, 32), nn.Tanh(), nn.Linear(32, 1));
    Func<Tensor, Tensor> raw = points => predictor.forward(points).sum();
    var exact = new VectorNeuronCanonicalizer(3, reflections: true);
    var biased = new VectorNeuronCanonicalizer(3, reflections: true, new VectorNeuronOptions { LegacyBias = true });
    double[] angles = [.. Enumerable.Range(0, 181).Select(step => 2.0 * step)];
    using var plot = new Plot();
    plot.XLabel("turned by, degrees");
    plot.YLabel("prediction");
    Add("no canonicalization", raw, Colors.Gray);
    Add("vector neurons with the published biases", biased.Invariant(raw), Colors.C3);
    Add("vector neurons without biases", exact.Invariant(raw), Colors.C0);
    plot.Axes.SetLimitsX(0, 360);
    plot.Axes.Margins(vertical: 0.3);
    plot.ShowLegend(Alignment.UpperRight);
    plot.SavePng(path, 700, 380);

    void Add(string name, Func<Tensor, Tensor> f, ScottPlot.Color color)
    {
        double[] values = [.. angles.Select(angle => (double)f(OrthogonalGroup.Act(Turn(angle), cloud)).item<float>())];
        var line = plot.Add.ScatterLine(angles, values, color);
        line.LegendText = name;
        line.LineWidth = 2;
    }
}

static Tensor Turn(double degrees)
{
    var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
    return tensor(new[,] { { cosine, -sine, 0 }, { sine, cosine, 0 }, { 0, 0, 1 } });
}
