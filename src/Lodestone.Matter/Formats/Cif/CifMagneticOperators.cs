using Lodestone.Matter.Symmetry;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>Reads the operators of a magnetic space group, each multiplied by every centring operator.</summary>
internal sealed class CifMagneticOperators(CifBlock block, CifWarnings warnings)
{
    private const string OperationTag = "_space_group_symop_magn_operation_xyz";
    private const string CentringTag = "_space_group_symop_magn_centering_xyz";

    private static readonly MagneticOperation Identity = new(SymmetryOperation.Identity);

    /// <summary>The operations, or null where the block lists none.</summary>
    /// <exception cref="UnreadableException">An operator cannot be read, or they are no group.</exception>
    public CifSymmetry? Read()
    {
        CifColumn operators = block.Column(OperationTag), centrings = block.Column(CentringTag);
        if (operators.Count == 0 && centrings.Count == 0)
        {
            if (block.HasTagsOf("_space_group_magn_n"))
                warnings.Add("The file names a magnetic space group, but gives none of its operators.");
            return null;
        }
        List<MagneticOperation> all = Read(operators, OperationTag);
        List<MagneticOperation> shifts = Read(centrings, CentringTag);
        if (!shifts.Contains(Identity))
        {
            warnings.Add("The list of magnetic centrings lacks the identity, which was added.");
            shifts.Insert(0, Identity);
        }
        if ((long)all.Count * shifts.Count > SymmetryGroup.MaxOrder)
            throw new UnreadableException(operators.Line, "The file gives more operators than any crystal's cell has.");
        List<MagneticOperation> products = [.. shifts.SelectMany(shift => all.Select(operation => shift * operation)).Distinct()];

        var known = products.ToHashSet();
        foreach (MagneticOperation first in products)
            foreach (MagneticOperation second in all.Concat(shifts))
                if (!known.Contains(first * second))
                    throw new UnreadableException(
                        operators.Exists ? operators.Line : centrings.Line,
                        $"The magnetic operators are no group: the product of '{first}' and '{second}' is missing.");
        return new CifSymmetry([.. products]);
    }

    private static List<MagneticOperation> Read(CifColumn column, string tag)
    {
        if (column.Count == 0) return [Identity];
        if (column.Count > SymmetryGroup.MaxOrder)
            throw new UnreadableException(column.Line, $"The file gives {column.Count} operators, more than any crystal's cell has.");
        var operations = new List<MagneticOperation>(column.Count);
        for (int row = 0; row < column.Count; row++)
        {
            CifValue value = column[row];
            if (!MagneticOperation.TryParse(value.Span, out MagneticOperation operation, out string? reason))
                throw new UnreadableException(value.Line, $"The operator '{value}' of {tag} cannot be read: {reason}.");
            operations.Add(operation);
        }
        return operations;
    }
}
