namespace Lodestone.Studies.EquivariantAdaptation;

/// <summary>What an adapted network does.</summary>
/// <param name="Variant">Name of the variant.</param>
/// <param name="Seed">Seed of weights and digits.</param>
/// <param name="Validation">Accuracy on the validation digits, upright.</param>
/// <param name="Upright">Accuracy on the test digits as they are.</param>
/// <param name="QuarterTurns">Mean accuracy on the test digits turned by 0°, 90°, 180° and 270°.</param>
/// <param name="AnyAngle">Accuracy on the test digits turned by random angles.</param>
/// <param name="IdentityShare">Share of upright test digits that the canonicalizer leaves alone; 1 without a canonicalizer.</param>
/// <param name="Seconds">Time of the adaptation.</param>
public sealed record AdaptationResult(
    string Variant, ulong Seed, double Validation, double Upright, double QuarterTurns, double AnyAngle, double IdentityShare, double Seconds);
