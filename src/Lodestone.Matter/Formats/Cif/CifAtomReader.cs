using System.Collections.Immutable;
using System.Globalization;
using Lodestone.Matter.Geometry;

namespace Lodestone.Matter.Formats.Cif;

/// <summary>Reads the rows of the atom list.</summary>
internal sealed class CifAtomReader
{
    private const double OccupancyTolerance = 0.05;

    private readonly CifBlock _block;
    private readonly Lattice? _lattice;
    private readonly CifWarnings _warnings;
    private readonly CifElements _elements;
    private readonly CifColumn _label, _symbol, _occupancy, _calc, _assembly, _group, _multiplicity, _model;
    private readonly CifColumn _x, _y, _z;
    private readonly bool _isCartesian;
    private bool _dotsAreZero;
    private readonly Dictionary<string, double>? _oxidation;

    public CifAtomReader(CifBlock block, Lattice? lattice, CifWarnings warnings)
    {
        (_block, _lattice, _warnings) = (block, lattice, warnings);
        _elements = new CifElements(block, warnings);
        _x = block.Column("_atom_site_fract_x");
        _y = block.Column("_atom_site_fract_y");
        _z = block.Column("_atom_site_fract_z");
        if (lattice is null || IsEmpty(_x) || IsEmpty(_y) || IsEmpty(_z))
        {
            CifColumn x = block.Column("_atom_site_Cartn_x"), y = block.Column("_atom_site_Cartn_y"), z = block.Column("_atom_site_Cartn_z");
            if (lattice is null || (!IsEmpty(x) && !IsEmpty(y) && !IsEmpty(z))) (_x, _y, _z, _isCartesian) = (x, y, z, true);
        }
        _label = First("_atom_site_label", "_atom_site_label_atom_id", "_atom_site_id");
        _symbol = block.Column("_atom_site_type_symbol");
        _occupancy = block.Column("_atom_site_occupancy");
        _calc = block.Column("_atom_site_calc_flag");
        _assembly = block.Column("_atom_site_disorder_assembly");
        _group = First("_atom_site_disorder_group", "_atom_site_label_alt_id");
        _multiplicity = First("_atom_site_site_symmetry_multiplicity", "_atom_site_symmetry_multiplicity");
        _model = block.Column("_atom_site_pdbx_PDB_model_num");
        _oxidation = ReadOxidation();
    }

    /// <summary>True where the block lists atoms at all, with or without usable coordinates.</summary>
    public static bool HasAtoms(CifBlock block) =>
        block.Column("_atom_site_fract_x").Exists || block.Column("_atom_site_Cartn_x").Exists;

    /// <summary>True where the block lists atoms, and at least one with a coordinate.</summary>
    public static bool HasPlacedAtoms(CifBlock block) =>
        !IsEmpty(block.Column("_atom_site_fract_x")) || !IsEmpty(block.Column("_atom_site_Cartn_x"));

    /// <summary>The rows that are atoms with a place.</summary>
    /// <exception cref="UnreadableException">A row cannot be understood, or there is none.</exception>
    public List<AsymmetricSite> Read()
    {
        Check();
        _dotsAreZero = SomeRowMixesDotsAndNumbers();
        if (_dotsAreZero) _warnings.Add("Coordinates written as '.' were read as 0, the default of the CIF dictionary.");
        var sites = new List<AsymmetricSite>(_x.Count);
        int dummies = 0, otherModels = 0, empty = 0, placeless = 0;
        for (int row = 0; row < _x.Count; row++)
        {
            if (_calc.Exists && _calc[row].Span.Equals("dum", StringComparison.OrdinalIgnoreCase)) dummies++;
            else if (_model.Exists && !_model[row].Span.SequenceEqual(_model[0].Span)) otherModels++;
            else if (IsAbsent(_x[row]) || IsAbsent(_y[row]) || IsAbsent(_z[row])) placeless++;
            else if (ReadRow(row) is { } site) sites.Add(site);
            else empty++;
        }
        if (placeless > 0) _warnings.Add($"Atoms without coordinates were left out: {placeless}.");
        if (otherModels > 0) _warnings.Add(
            $"Only the first model of the file was read; atoms of other models were left out: {otherModels}.");
        if (empty > 0) _warnings.Add($"Sites with an occupancy of 0 were left out: {empty}.");
        if (sites.Count == 0)
        {
            string why = placeless > 0 ? "none has coordinates" : dummies > 0 ? "all are marked as dummies" : "none is occupied";
            throw new UnreadableException(_x.Line, $"No atom is left of the {_x.Count} rows of the atom list: {why}.");
        }
        WarnOfHydrogens();
        return sites;
    }

    private void Check()
    {
        if (_lattice is null && _x.Count == 0 && _block.Column("_atom_site_fract_x").Exists)
            throw new UnreadableException(
                _block.Column("_atom_site_fract_x").Line, "The atoms have fractional coordinates, but the file gives no cell.");
        if (_x.Count == 0 || _y.Count == 0 || _z.Count == 0)
        {
            string axis = _x.Count == 0 ? "x" : _y.Count == 0 ? "y" : "z";
            throw new UnreadableException(_x.Exists ? _x.Line : _block.Line, $"The atom list has no coordinates along {axis}.");
        }
        if (!_label.Exists && !_symbol.Exists)
            throw new UnreadableException(_x.Line, "The atoms have neither a type symbol nor a label to name their elements.");
        foreach (CifColumn column in (ReadOnlySpan<CifColumn>)[_y, _z, _label, _symbol, _occupancy, _calc, _assembly, _group, _multiplicity, _model])
        {
            if (column.Exists && column.Count != _x.Count)
                throw new UnreadableException(
                    column.Line, $"A data name of the atom list has {column.Count} values where the x coordinates are {_x.Count}.");
        }
    }

    private AsymmetricSite? ReadRow(int row)
    {
        int line = _x[row].Line;
        string label = _label.Exists && !_label[row].IsMissing ? _label[row].ToString() : _symbol.Exists ? _symbol[row].ToString() : "";
        Vector3D position = new(Coordinate(_x[row], label), Coordinate(_y[row], label), Coordinate(_z[row], label));
        double occupancy = ReadOccupancy(row, label);
        if (occupancy < StructureBounds.LeastOccupancy) return null;
        Vector3D cartesian = _isCartesian ? position : _lattice!.ToCartesian(position);
        if (_isCartesian && _lattice is not null) position = _lattice.ToFractional(position);
        UnreadableException.ThrowIf(StructureBounds.FaultOf(cartesian, _lattice is null ? null : position), line);
        return new AsymmetricSite(label, line, ReadSpecies(row, label, occupancy), position)
        {
            Multiplicity = _multiplicity.Exists && int.TryParse(_multiplicity[row].Span, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
                ? count
                : null,
            Disorder = _group.Exists && int.TryParse(_group[row].Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                ? (_assembly.Exists && !_assembly[row].IsMissing ? _assembly[row].ToString() : "", _group[row].ToString())
                : null,
        };
    }

    private ImmutableArray<Species> ReadSpecies(int row, string label, double occupancy)
    {
        int line = _x[row].Line;
        if (!_symbol.Exists || _symbol[row].IsMissing) return [new Species(_elements.OfLabel(label, line), occupancy)];
        ReadOnlySpan<char> symbol = _symbol[row].Span.Trim();
        if (_elements.TryReadSymbol(symbol, out Element element, out double? charge))
        {
            if (_oxidation is not null && _oxidation.TryGetValue(symbol.ToString(), out double oxidation)) charge = oxidation;
            return [new Species(element, occupancy, charge)];
        }
        return ReadMixture(symbol) ?? throw new UnreadableException(
            line, $"The type symbol '{symbol}' of atom '{label}' is not an element.");
    }

    // Shared sites as Pauling File exports write them: "0.8Nb + 0.2Zr".
    private ImmutableArray<Species>? ReadMixture(ReadOnlySpan<char> text)
    {
        var species = ImmutableArray.CreateBuilder<Species>();
        double sum = 0;
        foreach (Range range in text.Split('+'))
        {
            ReadOnlySpan<char> part = text[range].Trim();
            int letters = part.IndexOfAnyInRange('A', 'Z');
            if (letters < 1 || !CifNumber.TryRead(part[..letters], out double share) || share <= 0) return null;
            if (!_elements.TryReadSymbol(part[letters..], out Element element, out _)) return null;
            species.Add(new Species(element, share));
            sum += share;
        }
        if (species.Count < 2 || sum > 1 + OccupancyTolerance) return null;
        if (sum > 1)
            for (int i = 0; i < species.Count; i++) species[i] = species[i] with { Occupancy = species[i].Occupancy / sum };
        return species.ToImmutable();
    }

    private double ReadOccupancy(int row, string label)
    {
        if (!_occupancy.Exists || _occupancy[row].IsMissing) return 1;
        double occupancy = Number(_occupancy[row], label);
        if (occupancy < 0) throw new UnreadableException(_occupancy[row].Line, $"Atom '{label}' has a negative occupancy.");
        if (occupancy <= 1) return occupancy;
        if (occupancy > 1 + OccupancyTolerance)
            throw new UnreadableException(_occupancy[row].Line, $"Atom '{label}' has an occupancy of {_occupancy[row]}, which is above 1.");
        _warnings.Add($"The occupancy {_occupancy[row]} of atom '{label}' was lowered to 1.");
        return 1;
    }

    // Old files write every coordinate of 0 as '.'; a row that is all '.' in a list that never does so is an atom without a place.
    private bool SomeRowMixesDotsAndNumbers()
    {
        if (_isCartesian) return false;
        for (int row = 0; row < _x.Count; row++)
        {
            int dots = (IsDot(_x[row]) ? 1 : 0) + (IsDot(_y[row]) ? 1 : 0) + (IsDot(_z[row]) ? 1 : 0);
            if (dots is 1 or 2 && !IsUnknown(_x[row]) && !IsUnknown(_y[row]) && !IsUnknown(_z[row])) return true;
        }
        return false;
    }

    private bool IsAbsent(CifValue value) => IsUnknown(value) || (IsDot(value) && !_dotsAreZero);

    private double Coordinate(CifValue value, string label) => IsDot(value) ? 0 : Number(value, label);

    private static bool IsDot(CifValue value) => value.Kind == CifValueKind.Inapplicable;

    private static bool IsUnknown(CifValue value) => value.Kind == CifValueKind.Unknown;

    private double Number(CifValue value, string label) =>
        value.TryReadNumber(out double number) ? number : CifNumbers.Read(value, $"atom '{label}'", _warnings);

    private Dictionary<string, double>? ReadOxidation()
    {
        CifColumn symbols = _block.Column("_atom_type_symbol"), numbers = _block.Column("_atom_type_oxidation_number");
        if (symbols.Count == 0 || numbers.Count != symbols.Count) return null;
        var oxidation = new Dictionary<string, double>();
        for (int i = 0; i < symbols.Count; i++)
            if (numbers[i].TryReadNumber(out double number)) oxidation[symbols[i].ToString()] = number;
        return oxidation.Count > 0 ? oxidation : null;
    }

    private void WarnOfHydrogens()
    {
        CifColumn attached = _block.Column("_atom_site_attached_hydrogens");
        double sum = 0;
        for (int i = 0; i < attached.Count; i++)
            if (attached[i].TryReadNumber(out double number)) sum += number;
        if (sum > 0)
            _warnings.Add(
                "The file names hydrogen atoms without a place (_atom_site_attached_hydrogens); they are missing from the structure.");
    }

    private CifColumn First(params ReadOnlySpan<string> tags)
    {
        foreach (string tag in tags)
            if (_block.Column(tag) is { Exists: true } column) return column;
        return default;
    }

    private static bool IsEmpty(CifColumn column)
    {
        for (int i = 0; i < column.Count; i++)
            if (!column[i].IsMissing) return false;
        return true;
    }
}
