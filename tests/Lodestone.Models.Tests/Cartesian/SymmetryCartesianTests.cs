namespace Lodestone.Models.Tests.Cartesian;

public sealed class SymmetryCartesianTests()
    : CrystalContract("cartesian", """{ "feature_length": 12, "layers": 2, "gaussians": 10, "cutoff": 4.5, "canonicalization": "symmetry" }""");
