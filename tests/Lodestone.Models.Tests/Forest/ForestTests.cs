namespace Lodestone.Models.Tests.Forest;

public sealed class ForestTests() : EstimatorContract("forest", """{ "descriptors": "fractions", "trees": 30, "max_features": 1, "bootstrap": false }""");
