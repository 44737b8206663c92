using System.Collections.Immutable;
using Lodestone.Data;
using Lodestone.Matter;

namespace Lodestone.App.Screening;

/// <summary>Predicts every material of a stream and ranks those that the filters let through.</summary>
public sealed class Screen
{
    private readonly PredictionStream _stream;
    private readonly ElementFilter _elements;
    private readonly ImmutableArray<Quantity> _quantities;
    private readonly ImmutableArray<Condition> _conditions;
    private readonly Goal _goal;
    private readonly MagneticOrderAdvice? _advice;

    /// <summary>Makes a screen of models and the wishes of the user.</summary>
    /// <exception cref="InputException">A wish names what is not predicted, or cannot be understood.</exception>
    public Screen(IReadOnlyList<NamedModel> models, ScreenWishes wishes)
    {
        string goal = wishes.Maximize ?? wishes.Minimize ?? Quantity.Magnetization;
        _stream = new PredictionStream(models, model => MagneticOrderAdvice.Advises(model.Model.Targets, goal));
        _quantities = Tesla.AddTo(_stream.Quantities);
        _elements = ElementFilter.Parse(wishes.Exclude, wishes.Only);
        _goal = Goal.Choose(wishes.Maximize, wishes.Minimize, _quantities);
        _advice = MagneticOrderAdvice.Of(_quantities, models);
        _conditions = [.. wishes.Where.Select(text => Condition.Parse(text, _quantities))];
    }

    /// <summary>What is predicted.</summary>
    public ImmutableArray<Quantity> Quantities => _quantities;

    /// <summary>Whether rows are marked as <see cref="MagneticOrderAdvice.Flag"/>.</summary>
    public bool Marks => _advice is not null;

    /// <summary>Runs the screen.</summary>
    /// <param name="readings">The entries.</param>
    /// <param name="progress">Told the number of entries that are done, now and then.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    public ScreenResult Run(IEnumerable<MaterialReading> readings, Action<long> progress, CancellationToken cancellation)
    {
        long leftOut = 0;
        var ranking = new List<PredictedRow>();
        var failures = ImmutableArray.CreateBuilder<PredictedRow>();
        IEnumerable<MaterialReading> admitted = readings.Where(reading =>
        {
            bool admits = reading.Material is not { } material || _elements.Admits(material.Composition);
            if (!admits) Interlocked.Increment(ref leftOut);
            return admits;
        });
        foreach (PredictedRow predicted in _stream.Predict(admitted, cancellation))
        {
            // Hundreds of thousands of structures would fill the memory: a ranking needs none of them.
            PredictedRow row = Tesla.AddTo(predicted with { Material = null }, _stream.Quantities);
            if (!row.Succeeded) failures.Add(row);
            else if (_conditions.All(condition => condition.Holds(row.Estimates))) ranking.Add(row);
            else Interlocked.Increment(ref leftOut);
            progress(ranking.Count + failures.Count + Interlocked.Read(ref leftOut));
        }
        return new ScreenResult(_quantities, _goal, Sort(ranking), failures.DrainToImmutable(), leftOut, _advice);
    }

    private ImmutableArray<PredictedRow> Sort(List<PredictedRow> rows)
    {
        int sign = _goal.Maximize ? -1 : 1;
        return [.. rows.OrderBy(row => sign * row.Estimates[_goal.Quantity]!.Value.Mean)];
    }
}
