namespace Lodestone.Models.Tests.Boosting;

public sealed class BoostingTests() : EstimatorContract(
    "boosting", """{ "descriptors": "fractions", "rounds": 100, "learning_rate": 0.2, "leaves": 15, "min_leaf": 1, "column_share": 0.7, "row_share": 1, "l2": 0 }""");
