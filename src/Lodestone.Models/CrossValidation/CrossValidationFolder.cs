using System.Text.Json;
using Lodestone.Data;
using Lodestone.Matter;

namespace Lodestone.Models.CrossValidation;

/// <summary>The folder of a cross-validation: <c>recipe.yaml</c>, <c>folds.csv</c>, <c>predictions.csv</c>, <c>summary.json</c>, and while it goes
/// on <c>run/</c>, its state.</summary>
/// <param name="path">The folder.</param>
public sealed class CrossValidationFolder(string path)
{
    /// <summary>Where the state is kept while the run goes on.</summary>
    public string Run => Path.Combine(path, "run");

    /// <summary>The predictions of all held-out rows.</summary>
    public string Predictions => Path.Combine(path, "predictions.csv");

    private string Recipe => Path.Combine(path, "recipe.yaml");

    private string Folds => Path.Combine(path, "folds.csv");

    private string Summary => Path.Combine(path, "summary.json");

    private string Identity => Path.Combine(Run, "identity");

    /// <summary>Reads a finished run and checks that its files are those that it wrote.</summary>
    /// <exception cref="InputException">There is no finished run, or a file was changed.</exception>
    public (CrossValidationSummary Summary, IReadOnlyList<HeldOutEstimate> Rows) Read()
    {
        CrossValidationSummary summary = ReadSummary();
        foreach (var (file, digest) in new[] { (Folds, summary.FoldsSha256), (Recipe, summary.RecipeSha256), (Predictions, summary.PredictionsSha256) })
            if (DataDigest.Of(file) != digest) throw new InputException($"{file} is not the file that the cross-validation wrote; run it again.");
        return (summary, HeldOutTable.Read(Predictions));
    }

    /// <summary>Prepares the folder for a run.</summary>
    /// <param name="plan">Rows and folds.</param>
    /// <param name="recipe">The recipe as text.</param>
    /// <param name="resume">Go on with what is there.</param>
    /// <returns>The summary of the same run if it was finished before and is to be resumed; else null.</returns>
    /// <exception cref="InputException">What is there is of another recipe or of other data.</exception>
    internal CrossValidationSummary? Begin(CrossValidationPlan plan, string recipe, bool resume)
    {
        string folds = Path.Combine(path, "folds.new.csv");
        plan.WriteFolds(folds);
        string identity = string.Join('\n', plan.DataSha256, DataDigest.Of(folds), DataDigest.OfText(recipe));
        string? before = !resume ? null : File.Exists(Identity) ? File.ReadAllText(Identity) : File.Exists(Summary) ? IdentityOf(ReadSummary()) : null;
        if (before is not null)
        {
            File.Delete(folds);
            if (before != identity)
                throw new InputException($"What is in {path} comes from another recipe or other data; run without --resume, or name another folder with -o.");
            return File.Exists(Identity) ? null : ReadSummary();
        }

        if (Directory.Exists(Run)) Directory.Delete(Run, recursive: true);
        File.Delete(Summary);
        File.Delete(Predictions);
        AtomicFile.WriteText(Recipe, writer => writer.Write(recipe));
        File.Move(folds, Folds, overwrite: true);
        Directory.CreateDirectory(Run);
        AtomicFile.WriteText(Identity, writer => writer.Write(identity));
        return null;
    }

    /// <summary>Refuses to replace what an earlier run left.</summary>
    /// <exception cref="InputException">There is something.</exception>
    public void RefuseToReplace()
    {
        if (Directory.Exists(Run)) throw new InputException($"An interrupted cross-validation is kept in {path}: go on with it by --resume, or begin anew by --force.");
        if (File.Exists(Summary)) throw new InputException($"A finished cross-validation is in {path}: name another folder with -o, show it again by --resume, or replace it by --force.");
    }

    /// <summary>Writes the results and deletes the state.</summary>
    /// <param name="rows">All held-out rows.</param>
    /// <param name="summarize">Makes the summary, of the digests of folds, recipe and predictions.</param>
    internal CrossValidationSummary End(IReadOnlyList<HeldOutEstimate> rows, Func<string, string, string, CrossValidationSummary> summarize)
    {
        HeldOutTable.Write(Predictions, rows);
        CrossValidationSummary summary = summarize(DataDigest.Of(Folds), DataDigest.Of(Recipe), DataDigest.Of(Predictions));
        AtomicFile.WriteText(Summary, writer => writer.Write(summary.ToJson()));
        Directory.Delete(Run, recursive: true);
        return summary;
    }

    private static string IdentityOf(CrossValidationSummary summary) => string.Join('\n', summary.DataSha256, summary.FoldsSha256, summary.RecipeSha256);

    private CrossValidationSummary ReadSummary()
    {
        try
        {
            return CrossValidationSummary.FromJson(File.ReadAllText(Summary));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path} holds no finished cross-validation: there is no summary.json in it.", e);
        }
        catch (JsonException e)
        {
            throw new InputException($"{Summary} is no summary of a cross-validation: {e.Message}", e);
        }
    }
}
