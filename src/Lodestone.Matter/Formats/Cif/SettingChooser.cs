namespace Lodestone.Matter.Formats.Cif;

/// <summary>
/// Tells the settings of a space group apart, its origins above all, where a file names only the group and gives no operators: by what else the
/// file says of its atoms. Each kind of evidence that fits some settings and not others counts; a setting must fit all of them.
/// </summary>
/// <param name="block">The block, with formula, Z, density.</param>
/// <param name="choices">The settings whose symmetry the cell has, the standard one first.</param>
/// <param name="lattice">The cell.</param>
/// <param name="warnings">Takes what decided.</param>
internal sealed class SettingChooser(CifBlock block, IReadOnlyList<CifSymmetry> choices, Lattice lattice, CifWarnings warnings)
{
    private static readonly string[] DensityTags = ["_exptl_crystal_density_diffrn", "_exptl_crystal_density_meas"];

    private CifSymmetry Standard => choices[0];

    /// <summary>The setting.</summary>
    /// <exception cref="UnreadableException">Nothing tells two origins apart, or what the file says fits no setting.</exception>
    public CifSymmetry Choose(IReadOnlyList<AsymmetricSite> sites)
    {
        SettingTrial[] trials = [.. choices.Select(choice => new SettingTrial(choice, lattice, sites))], left = trials;
        var decisive = new List<string>();
        foreach ((string name, Func<SettingTrial, bool?> fits) in Evidence())
        {
            SettingTrial[] fitting = [.. trials.Where(trial => fits(trial) != false)];
            if (fitting.Length == 0 || fitting.Length == trials.Length) continue;
            decisive.Add(name);
            left = [.. left.Intersect(fitting)];
        }
        if (left.Length == 0)
            throw new UnreadableException(block.Line, $"{Question}, and {Joined(decisive)} contradict one another: {Remedy}.");
        if (left.Length == 1)
        {
            warnings.Add($"{Question}; {left[0].Symmetry.Group} was taken, which alone fits {Joined(decisive)}.");
            return left[0].Symmetry;
        }
        if (left.Skip(1).All(left[0].IsSameCrystal)) return left[0].Symmetry;
        SettingTrial[] standard = [.. left.Where(trial => IsOfStandardAxes(trial.Symmetry))];
        if (standard.Length != 1) throw new UnreadableException(block.Line, $"{Question}, and nothing else in it tells: {Remedy}.");
        warnings.Add($"{Question}; {standard[0].Symmetry.Group}, the standard one, was assumed.");
        return standard[0].Symmetry;
    }

    private bool AreOrigins => choices.All(IsOfStandardAxes);

    private string Question => AreOrigins
        ? $"The file does not say which origin of {Standard.Group!.HermannMauguin} it uses"
        : $"The file does not say which setting of the space group number {Standard.Group!.Number} it uses";

    private string Remedy => AreOrigins
        ? $"add the operators (_space_group_symop_operation_xyz), or the origin to the symbol, as in '{string.Join("' or '", choices.Select(choice => choice.Group))}'"
        : "add the operators (_space_group_symop_operation_xyz), or the symbol of the setting (_space_group_name_H-M_alt)";

    private bool IsOfStandardAxes(CifSymmetry choice) =>
        choice.Group!.Number == Standard.Group!.Number && choice.Group.HermannMauguin == Standard.Group.HermannMauguin;

    private IEnumerable<(string Name, Func<SettingTrial, bool?> Fits)> Evidence()
    {
        yield return ("the multiplicities of its sites", trial => trial.FitsMultiplicities);
        if (CifFormulaSum.Of(block) is { } formula)
        {
            yield return ("its formula", trial => trial.Fits(formula));
            if (Positive("_cell_formula_units_Z") is { } units) yield return ("its number of formula units, Z", trial => trial.Fits(formula, units));
        }
        if (DensityTags.Select(Positive).FirstOrDefault(value => value is not null) is { } density)
            yield return ("its density", trial => trial.FitsDensity(density));
        yield return ("possible distances between its atoms", trial => trial.FitsDistances);
    }

    private double? Positive(string tag) =>
        block.Column(tag) is { Count: > 0 } column && column[0].TryReadNumber(out double number) && number > 0 ? number : null;

    private static string Joined(List<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
