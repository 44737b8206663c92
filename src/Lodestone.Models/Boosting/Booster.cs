using System.Globalization;
using Lodestone.Matter;
using Lodestone.Models.Estimators;
using TorchSharp;

namespace Lodestone.Models.Boosting;

/// <summary>Gradient-boosted trees of LightGBM with one output (G. Ke et al., NeurIPS 30, 3146 (2017)).</summary>
internal sealed unsafe class Booster : IDisposable
{
    private const int ManyNumbers = 1_000_000;
    private nint _handle;

    private Booster(nint handle)
    {
        _handle = handle;
        LightGbm.Check(LightGbm.GetColumns(handle, out int columns));
        Columns = columns;
    }

    ~Booster() => Free();

    /// <summary>Number of columns that it reads.</summary>
    public int Columns { get; }

    /// <summary>How many threads are worth their waiting for each other. LightGBM's results do not depend on it.</summary>
    public static int Threads(DataMatrix rows) => rows.Values.Length < ManyNumbers ? 1 : torch.get_num_threads();

    /// <summary>Trains trees.</summary>
    /// <param name="features">[rows, columns], finite or NaN.</param>
    /// <param name="labels">[rows], finite.</param>
    /// <param name="rounds">Number of trees.</param>
    /// <param name="parameters">Parameters of LightGBM, <c>name=value</c> with spaces between them.</param>
    /// <param name="round">Called after each round.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The native library cannot be loaded.</exception>
    public static Booster Train(DataMatrix features, float[] labels, int rounds, string parameters, Action round, CancellationToken cancellation)
    {
        nint dataset = 0;
        try
        {
            fixed (float* data = features.Values, label = labels)
            {
                LightGbm.Check(LightGbm.CreateDataset(data, LightGbm.Float32, features.Rows, features.Columns, 1, parameters, 0, out dataset));
                LightGbm.Check(LightGbm.SetField(dataset, "label", label, labels.Length, LightGbm.Float32));
            }
            LightGbm.Check(LightGbm.CreateBooster(dataset, parameters, out nint handle));
            // What was trained still refers to the rows; what its text makes does not.
            using var booster = new Booster(handle);
            booster.Update(rounds, round, cancellation);
            return Load(booster.Save());
        }
        catch (DllNotFoundException e)
        {
            throw NotThere(e);
        }
        finally
        {
            if (dataset != 0) LightGbm.Check(LightGbm.FreeDataset(dataset));
        }
    }

    /// <summary>Loads the text of a model.</summary>
    /// <exception cref="InputException">The native library cannot be loaded.</exception>
    /// <exception cref="InvalidOperationException">It is no model.</exception>
    public static Booster Load(byte[] text)
    {
        try
        {
            byte[] terminated = [.. text, 0];
            fixed (byte* start = terminated)
            {
                LightGbm.Check(LightGbm.LoadModel(start, out _, out nint handle));
                return new Booster(handle);
            }
        }
        catch (DllNotFoundException e)
        {
            throw NotThere(e);
        }
    }

    /// <summary>The model as LightGBM's text, without the parameters of its training, which do not matter for predictions.</summary>
    public byte[] Save()
    {
        LightGbm.Check(LightGbm.SaveModel(_handle, 0, -1, LightGbm.ImportanceByGain, 0, out long length, null));
        var text = new byte[length];
        fixed (byte* start = text)
            LightGbm.Check(LightGbm.SaveModel(_handle, 0, -1, LightGbm.ImportanceByGain, length, out length, start));
        int end = text.AsSpan().IndexOf("\nparameters:"u8);
        return end < 0 ? text[..((int)length - 1)] : text[..(end + 1)];
    }

    /// <summary>Share of each column in the gain of all splits, [columns].</summary>
    public float[] Importance()
    {
        var gains = new double[Columns];
        fixed (double* start = gains)
            LightGbm.Check(LightGbm.GetImportance(_handle, -1, LightGbm.ImportanceByGain, start));
        double sum = gains.Sum();
        return [.. gains.Select(gain => sum > 0 ? (float)(gain / sum) : 0)];
    }

    /// <summary>Predicts rows.</summary>
    /// <param name="rows">[rows, columns]</param>
    /// <returns>[rows]; for classes the probability.</returns>
    public double[] Predict(DataMatrix rows)
    {
        var result = new double[rows.Rows];
        if (rows.Rows == 0) return result;
        string parameters = string.Create(CultureInfo.InvariantCulture, $"num_threads={Threads(rows)}");
        fixed (float* data = rows.Values)
        fixed (double* start = result)
            LightGbm.Check(LightGbm.Predict(_handle, data, LightGbm.Float32, rows.Rows, rows.Columns, 1, LightGbm.PredictNormal, 0, -1, parameters, out _, start));
        return result;
    }

    /// <summary>Frees the native memory.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Update(int rounds, Action round, CancellationToken cancellation)
    {
        for (int i = 0; i < rounds; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            LightGbm.Check(LightGbm.Update(_handle, out int finished));
            round();
            if (finished != 0) return;
        }
    }

    private void Free()
    {
        if (_handle != 0) _ = LightGbm.FreeBooster(_handle);
        _handle = 0;
    }

    private static InputException NotThere(Exception e) =>
        new("The native library of LightGBM cannot be loaded; it needs the OpenMP runtime libgomp (Debian and Ubuntu: apt-get install libgomp1).", e);
}
