namespace Lodestone.Matter.Elements;

/// <summary>The properties of <see cref="Element"/>, read once from <c>elements.csv</c>. Every array is [118], by atomic number − 1.</summary>
internal static class ElementTable
{
    private static readonly ElementCsv Csv = ElementCsv.Load("elements.csv");

    public static readonly string[] Symbols = Csv.Column("symbol");
    public static readonly string[] Names = Csv.Column("name");
    public static readonly double[] Mass = [.. Csv.Numbers("mass").Select(mass => mass!.Value)];
    public static readonly double?[] Electronegativity = Csv.Numbers("electronegativity");
    public static readonly double?[] CovalentRadius = Csv.Numbers("covalent_radius");
    public static readonly double?[] AtomicRadius = Csv.Numbers("atomic_radius");
    public static readonly double?[] AtomicVolume = Csv.Numbers("atomic_volume");
    public static readonly double?[] Density = Csv.Numbers("density");
    public static readonly double?[] MeltingPoint = Csv.Numbers("melting_point");
    public static readonly double?[] BoilingPoint = Csv.Numbers("boiling_point");
    public static readonly double?[] IonizationEnergy = Csv.Numbers("ionization_energy");
    public static readonly double?[] ElectronAffinity = Csv.Numbers("electron_affinity");
    public static readonly double?[] Polarizability = Csv.Numbers("polarizability");
    public static readonly double?[] MendeleevNumber = Csv.Numbers("mendeleev_number");
    public static readonly double?[] SaturationMoment = Csv.Numbers("saturation_moment");
    public static readonly string?[] Configuration = Csv.Texts("configuration");
    public static readonly string?[] GroundLevel = Csv.Texts("ground_level");
    public static readonly ShellCounts?[] Valence = [.. Configuration.Select(ElectronConfiguration.Valence)];
    public static readonly ShellCounts?[] Unfilled = [.. Configuration.Select(ElectronConfiguration.Unfilled)];

    /// <summary>Place of each element in a formula, the most electropositive first.</summary>
    public static readonly int[] FormulaRank = RankForFormulas();

    // An element without an electronegativity stands with the nearest lighter one that has it: Eu with Sm, Ne with F.
    private static int[] RankForFormulas()
    {
        double[] keys = new double[Element.Count];
        for (int i = 0; i < keys.Length; i++) keys[i] = Electronegativity[i] ?? keys[i - 1];
        int[] order = [.. Enumerable.Range(0, Element.Count).OrderBy(i => keys[i]).ThenBy(i => Symbols[i], StringComparer.Ordinal)];
        int[] rank = new int[Element.Count];
        for (int place = 0; place < order.Length; place++) rank[order[place]] = place;
        return rank;
    }
}
