using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lodestone.Matter;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Commands;

/// <summary>
/// A model small enough to be trained within seconds by the command itself, on the example crystals with targets that follow from their
/// formulas: the share of magnetic elements stands for the magnetization, the number of elements for the energy above the hull.
/// </summary>
public sealed class TinyModel : IDisposable
{
    public const string Magnetization = "magnetization_uB_A3";

    public const string AboveHull = "e_above_hull_eV_atom";

    private static readonly string[] Magnetic = ["Fe", "Co", "Ni", "Mn", "Gd"];

    private readonly TemporaryFolder _folder = new();

    public TinyModel()
    {
        Table = _folder.Write("labelled.csv", Labelled());
        ProcessResult result = LodestoneProcess.Run(Folder, TrainArguments("tiny.lodestone"));
        Assert.True(result.ExitCode == ExitCode.Done, result.Errors);
    }

    /// <summary>Folder of the example crystals.</summary>
    public static string Crystals => Path.Combine(Repository.Root, "examples", "crystals");

    /// <summary>The folder in which the model and its data are.</summary>
    public string Folder => _folder.Path;

    /// <summary>The labelled crystals as a table, each three times: to learn from, to validate with and to test.</summary>
    public string Table { get; }

    /// <summary>The model.</summary>
    public string Model => _folder.File("tiny.lodestone");

    /// <summary>What trains the model.</summary>
    /// <param name="output">Where to put it.</param>
    /// <param name="more">Further arguments.</param>
    public static string[] TrainArguments(string output, params string[] more) =>
    [
        "train", "--data", "labelled.csv", "--target", $"{Magnetization},{AboveHull}", "--arch", "cgcnn", "--set", "epochs=4", "--set", "atom_feature_length=16",
        "--set", "split.by=column", "--seed", "5", "-o", output, .. more,
    ];

    /// <summary>Starts a training in the folder and presses Ctrl-C once it has written a checkpoint.</summary>
    /// <param name="arguments">What trains.</param>
    /// <param name="runFolder">The folder of the run.</param>
    public void Interrupt(string[] arguments, string runFolder)
    {
        using Process process = LodestoneProcess.Start(Folder, arguments);
        while (!process.HasExited && (!Directory.Exists(_folder.File(runFolder)) || Directory.GetFiles(_folder.File(runFolder), "*.checkpoint").Length == 0)) Thread.Sleep(5);
        LodestoneProcess.Interrupt(process);
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        Assert.Contains("--resume", process.StandardError.ReadToEnd());
    }

    public void Dispose() => _folder.Dispose();

    private static string Labelled()
    {
        var text = new StringBuilder($"id,split,{Magnetization},{AboveHull},cif\n");
        foreach (string part in new[] { "train", "val", "test" })
        {
            foreach (string file in Directory.GetFiles(Crystals, "*.cif").Order(StringComparer.Ordinal))
            {
                string name = Path.GetFileNameWithoutExtension(file);
                string[] elements = [.. Composition.Parse(name.Split('-')[0]).Amounts.Select(pair => pair.Key.Symbol)];
                double share = (double)elements.Count(Magnetic.Contains) / elements.Length;
                string cif = File.ReadAllText(file).Replace("\"", "\"\"");
                text.Append(CultureInfo.InvariantCulture, $"{name}-{part},{part},{0.2 * share},{0.02 * elements.Length},\"{cif}\"\n");
            }
        }
        return text.ToString();
    }
}
