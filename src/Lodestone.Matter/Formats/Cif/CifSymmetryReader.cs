using System.Collections.Immutable;
using Lodestone.Matter.Symmetry;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>
/// Finds the symmetry of a block: magnetic operators, else operators, else a Hall symbol, else a Hermann–Mauguin symbol, else a
/// number, else none.
/// </summary>
internal sealed class CifSymmetryReader(CifBlock block, Lattice lattice, CifWarnings warnings)
{
    private static readonly string[] OperatorTags = ["_space_group_symop_operation_xyz", "_symmetry_equiv_pos_as_xyz", "_space_group_symop_sg_operation_xyz"];
    private static readonly string[] HermannMauguinTags =
    [
        "_space_group_name_H-M_alt", "_symmetry_space_group_name_H-M", "_space_group_name_H-M_full", "_space_group_name_H-M_ref",
        "_symmetry_space_group_name_H-M_alt", "_space_group_name_H-M",
    ];

    /// <summary>Every way to read the symmetry, the standard one first; more than one where only a symbol or a number is given that has several
    /// settings, such as two origins.</summary>
    /// <exception cref="UnreadableException">What the block says of its symmetry cannot be used.</exception>
    public IReadOnlyList<CifSymmetry> Read()
    {
        RefuseModulation();
        var magnetic = new CifMagneticOperators(block, warnings);
        if (magnetic.Read() is { } withTime) return [withTime];

        foreach (string tag in OperatorTags)
            if (block.Column(tag) is { Count: > 0 } column && !column[0].IsMissing) return [FromOperators(column, tag)];
        return FromSymbols() is { Count: > 0 } candidates ? candidates : FromNothing();
    }

    private CifSymmetry FromOperators(CifColumn column, string tag)
    {
        ImmutableArray<SymmetryOperation> operations = ReadOperators(column, tag);
        string? symbol = SymbolOf(out _);
        if (operations.Length == 1 && operations[0].IsIdentity
            && (symbol is null || symbol.Replace(" ", "") is "P1")) return CifSymmetry.None;

        IReadOnlyList<SpaceGroup> named = symbol is null ? [] : SpaceGroup.FindHermannMauguin(symbol);
        SpaceGroup? same = named.FirstOrDefault(group => group.Operations.Length == operations.Length
            && operations.ToHashSet().SetEquals(group.Operations));
        if (same is null)
        {
            if (named.Count > 0) warnings.Add(
                $"The operators of the file are not those of its symbol '{symbol}'; the operators were used.");
            Close(ref operations, column, named);
        }
        return new CifSymmetry([.. operations.Select(operation => new MagneticOperation(operation))]);
    }

    private ImmutableArray<SymmetryOperation> ReadOperators(CifColumn column, string tag)
    {
        var operations = new List<SymmetryOperation>(column.Count);
        var known = new HashSet<SymmetryOperation>(column.Count);
        if (column.Count > SymmetryGroup.MaxOrder)
            throw new UnreadableException(column.Line, $"The file gives {column.Count} operators, more than any crystal's cell has.");
        for (int row = 0; row < column.Count; row++)
        {
            CifValue value = column[row];
            if (!SymmetryOperation.TryParse(value.Span, out SymmetryOperation operation, out string? reason))
                throw new UnreadableException(value.Line, $"The operator '{value}' of {tag} cannot be read: {reason}.");
            if (known.Add(operation)) operations.Add(operation);
            else warnings.Add($"The operator '{value}' (line {value.Line}) is given twice.");
        }
        return [.. operations];
    }

    // A list that lacks products of its own operators leaves out atoms. Only a lacking identity, or a symbol whose group holds all operators, mends it.
    private void Close(ref ImmutableArray<SymmetryOperation> operations, CifColumn column, IReadOnlyList<SpaceGroup> named)
    {
        if (SymmetryGroup.IsClosed(operations)) return;
        ImmutableArray<SymmetryOperation> given = operations;
        if (!given.Contains(SymmetryOperation.Identity) && SymmetryGroup.IsClosed([SymmetryOperation.Identity, .. given]))
        {
            warnings.Add("The list of operators lacks the identity, which was added.");
            operations = [SymmetryOperation.Identity, .. given];
        }
        else if (named.FirstOrDefault(group => given.All(group.Operations.Contains) && group.IsCompatibleWith(lattice)) is { } whole)
        {
            warnings.Add(
                $"The list of operators is incomplete; the {whole.Operations.Length} operators of {whole}, which hold all of them, were used.");
            operations = whole.Operations;
        }
        else
        {
            throw new UnreadableException(
                column.Line,
                $"The {given.Length} operators are no group: the product of two of them is missing, so that some are wrong or left out.");
        }
    }

    private List<CifSymmetry> FromSymbols()
    {
        if (HallSymbolOf() is { } hall)
        {
            try
            {
                SpaceGroup? tabulated = SpaceGroup.FindHall(hall.ToString());
                return [tabulated is not null
                    ? CifSymmetry.Of(tabulated)
                    : new CifSymmetry([.. HallSymbol.Operations(hall.ToString()).Select(o => new MagneticOperation(o))])];
            }
            catch (FormatException e)
            {
                warnings.Add($"{e.Message} It was left aside.");
            }
        }
        string? symbol = SymbolOf(out int line);
        int? number = NumberOf();
        if (symbol is null && number is null) return [];
        IReadOnlyList<SpaceGroup> found = symbol is null ? [] : SpaceGroup.FindHermannMauguin(symbol);
        if (found.Count == 0)
        {
            if (number is null) throw new UnreadableException(
                line, $"The space group '{symbol}' is not known, and the file gives no operators.");
            found = [.. SpaceGroup.All.Where(group => group.Number == number && group.FullSymbol.Length > 0)];
            if (symbol is not null) warnings.Add($"The space group '{symbol}' is not known; the number {number} was used.");
        }
        else if (number is not null && found.All(group => group.Number != number))
        {
            warnings.Add($"The space group '{symbol}' does not have the number {number} that the file gives; the symbol was used.");
        }
        return Fitting(found, symbol ?? $"number {number}", line);
    }

    private List<CifSymmetry> Fitting(IReadOnlyList<SpaceGroup> found, string name, int line)
    {
        string? code = block.Column("_space_group_IT_coordinate_system_code") is { Count: > 0 } column && !column[0].IsMissing
            ? column[0].ToString()
            : null;
        if (code is not null && found.Where(group => Matches(group, code)).ToList() is { Count: > 0 } coded) found = coded;
        List<SpaceGroup> fitting = [.. found.Where(group => group.IsCompatibleWith(lattice))];
        if (fitting.Count == 0)
            throw new UnreadableException(
                line, $"The cell does not have the symmetry of the space group '{name}': its lengths or angles do not fit.");

        return [.. fitting.Select(CifSymmetry.Of)];
    }

    private static bool Matches(SpaceGroup group, string code) =>
        code.Equals(group.Choice, StringComparison.OrdinalIgnoreCase) || code.Equals(group.Axes, StringComparison.OrdinalIgnoreCase)
        || code.Equals(group.Choice + group.Axes, StringComparison.OrdinalIgnoreCase);

    private List<CifSymmetry> FromNothing()
    {
        warnings.Add("The file gives no symmetry: P 1, that is, a list of all atoms of the cell, was assumed.");
        return [CifSymmetry.None];
    }

    private CifValue? HallSymbolOf()
    {
        foreach (string tag in (ReadOnlySpan<string>)["_space_group_name_Hall", "_symmetry_space_group_name_Hall"])
            if (block.Column(tag) is { Count: > 0 } column && !column[0].IsMissing && !column[0].Span.IsWhiteSpace()) return column[0];
        return null;
    }

    private string? SymbolOf(out int line)
    {
        foreach (string tag in HermannMauguinTags)
        {
            if (block.Column(tag) is not { Count: > 0 } column || column[0].IsMissing || column[0].Span.IsWhiteSpace()) continue;
            line = column[0].Line;
            return column[0].Span.Trim().ToString();
        }
        line = block.Line;
        return null;
    }

    private int? NumberOf()
    {
        foreach (string tag in (ReadOnlySpan<string>)["_space_group_IT_number", "_symmetry_Int_Tables_number"])
            if (block.Column(tag) is { Count: > 0 } column && column[0].TryReadNumber(out double number) && number is >= 1 and <= 230
                && number == (int)number)
                return (int)number;
        return null;
    }

    private void RefuseModulation()
    {
        CifColumn ssg = block.Column("_space_group_symop_ssg_operation_algebraic"), magnetic = block.Column("_space_group_symop_magn_ssg_operation_algebraic");
        if (!ssg.Exists && !magnetic.Exists && !block.HasTagsOf("_atom_site_moment_Fourier_")) return;
        if (!magnetic.Exists && OperatorTags.Any(tag => block.Column(tag).Count > 0))
        {
            warnings.Add("The structure is modulated; only its average structure was read.");
            return;
        }
        int line = Math.Max(Math.Max(ssg.Line, magnetic.Line), block.Line);
        throw new UnreadableException(
            line, "The structure is modulated: its operators act in more than three dimensions, so it has no cell that repeats.");
    }
}
