using System.Collections.Immutable;
using Lodestone.Matter.Formats;

namespace Lodestone.Data;

/// <summary>What came of a conversion.</summary>
/// <param name="Written">How many materials were written.</param>
/// <param name="Failures">What could not be read or written, in order.</param>
public sealed record ConversionResult(int Written, ImmutableArray<ReadFailure> Failures);
