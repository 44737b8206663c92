namespace Lodestone.Matter.Formulas;

/// <summary>What a plain dot in a formula is.</summary>
internal enum DotMeaning
{
    /// <summary>The point of a decimal amount.</summary>
    DecimalPoint,

    /// <summary>The dot between the parts of an adduct or a hydrate.</summary>
    Separator,

    /// <summary>One or the other.</summary>
    Ambiguous,
}
