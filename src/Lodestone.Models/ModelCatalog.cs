using Lodestone.Learning;
using Lodestone.Learning.Files;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Models.Alignn;
using Lodestone.Models.Boosting;
using Lodestone.Models.Brnet;
using Lodestone.Models.Canonicalization;
using Lodestone.Models.Cartesian;
using Lodestone.Models.Catalog;
using Lodestone.Models.Cgcnn;
using Lodestone.Models.Compositions;
using Lodestone.Models.Ecn;
using Lodestone.Models.Egnn;
using Lodestone.Models.ElementAttention;
using Lodestone.Models.Elemnet;
using Lodestone.Models.Estimators;
using Lodestone.Models.Forest;
using Lodestone.Models.Graphs;
using Lodestone.Models.Hurdle;
using Lodestone.Models.Irnet;
using Lodestone.Models.Megnet;

namespace Lodestone.Models;

/// <summary>Every architecture by name, and the models that ship with the program.</summary>
public static class ModelCatalog
{
    /// <summary>Every architecture: one line each.</summary>
    public static IReadOnlyList<Architecture> Architectures { get; } =
    [
        OfStructures<CgcnnOptions, CrystalGraph>("cgcnn", "Crystal graph convolutional network (Xie and Grossman, 2018)", "crystals", (options, outputs, level) => new CgcnnNetwork(options, outputs) { Level = level }),
        OfStructures<MegnetOptions, CrystalGraph>("megnet", "Materials graph network with bonds and a state (Chen et al., 2019)", "crystals", (options, outputs, level) => new MegnetNetwork(options, outputs, level), MegnetTraining.Default),
        OfStructures<AlignnOptions, CrystalGraph>("alignn", "Network of atoms, bonds and angles (after Choudhary and DeCost, 2021)", "crystals, molecules", (options, outputs, level) => new AlignnNetwork(options, outputs) { Level = level }),
        OfStructures<EgnnOptions, CrystalGraph>("egnn", "E(n)-equivariant graph network (Satorras et al., 2021)", "crystals, molecules", (options, outputs, level) => new EgnnNetwork(options, outputs) { Level = level }),
        OfStructures<McEgnnOptions, CrystalGraph>("mc-egnn", "Multi-channel E(n)-equivariant graph network (Levy et al., 2023)", "crystals, molecules", (options, outputs, level) => new EgnnNetwork(options, outputs) { Level = level }),
        OfStructures<EcnOptions, EcnGraph>("ecn", "Equivariant crystal network (Kaba and Ravanbakhsh, 2022)", "crystals", (options, outputs, level) => new EcnNetwork(options, outputs) { Level = level }),
        new NetworkArchitecture<CartesianOptions, CartesianGraph>("cartesian", "Graph network of Cartesian vectors, made invariant by canonicalization (after Kaba et al., 2023)", "crystals", (options, outputs) => new CartesianNetwork(options, outputs)),
        new NetworkArchitecture<BrnetOptions, FractionBatch>("brnet", "Branched residual network (Gupta et al., 2023)", "formulas", (options, outputs) => new BrnetNetwork(options, outputs)) { Training = FormulaTraining.Brnet },
        new NetworkArchitecture<BrnetOptions, FractionBatch>("ibrnet", "Branched residual network, trained with two schedulers (Gupta et al., 2024)", "formulas", (options, outputs) => new BrnetNetwork(options, outputs)) { Training = FormulaTraining.Ibrnet },
        new NetworkArchitecture<ElemnetOptions, FractionBatch>("elemnet", "Deep network on element fractions (Jha et al., 2018)", "formulas", (options, outputs) => new ElemnetNetwork(options, outputs)) { Training = FormulaTraining.Brnet },
        new NetworkArchitecture<IrnetOptions, FractionBatch>("irnet", "Deep residual network with batch normalization (Jha et al., 2019)", "formulas", (options, outputs) => new IrnetNetwork(options, outputs)) { Training = FormulaTraining.Brnet },
        new NetworkArchitecture<ElementAttentionOptions, ElementSets>("element-attention", "Attention between the elements of a formula, after Roost (2020) and CrabNet (2021)", "formulas", (options, outputs) => new ElementAttentionNetwork(options, outputs)) { Training = FormulaTraining.ElementAttention },
        new EstimatorArchitecture<ForestOptions>("forest", "Random forest (Breiman, 2001)", new ForestLearner()),
        new EstimatorArchitecture<BoostingOptions>("boosting", "Gradient-boosted trees of LightGBM (Ke et al., 2017)", new BoostingLearner()),
        new CanonicalizedArchitecture("canonicalized", "A trained model behind a learned canonicalizer, made by 'lodestone model adapt' (after Mondal et al., 2023)"),
        new HurdleArchitecture("hurdle", "Two models in one for values most of which are zero: is it zero, and how large if not"),
    ];

    /// <summary>The folder of the models that ship with the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>The models that ship with the program, by name.</summary>
    public static IReadOnlyList<ShippedModel> Shipped { get; } = ShippedModel.FindAll(ShippedFolder);

    /// <summary>An architecture by name.</summary>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static Architecture Architecture(string name) =>
        Architectures.FirstOrDefault(architecture => architecture.Name == name)
        ?? throw new InputException($"There is no architecture '{name}'; there are {string.Join(", ", Architectures.Select(architecture => architecture.Name))}.{Suggestion.Ask(name, Architectures.Select(architecture => architecture.Name))}");

    /// <summary>Opens a model file.</summary>
    /// <param name="nameOrPath">The name of a shipped model, or the path of a <c>.lodestone</c> file.</param>
    /// <exception cref="InputException">There is no such model, or its file cannot be used.</exception>
    public static ModelFile Open(string nameOrPath) => ModelFile.Load(Locate(nameOrPath));

    /// <summary>Loads a model.</summary>
    /// <param name="nameOrPath">The name of a shipped model, or the path of a <c>.lodestone</c> file.</param>
    /// <exception cref="InputException">There is no such model, or its file cannot be used.</exception>
    public static IPropertyModel Load(string nameOrPath) => Load(Open(nameOrPath), nameOrPath);

    /// <summary>Makes a model of an opened file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="source">How messages name the file.</param>
    /// <exception cref="InputException">Its architecture is unknown, or its weights do not suit it.</exception>
    public static IPropertyModel Load(ModelFile file, string source) => Architecture(file.Description.Architecture).Load(file, source);

    /// <summary>An architecture for values of materials and for values of their sites.</summary>
    private static NetworkArchitecture<TOptions, TBatch> OfStructures<TOptions, TBatch>(
        string name, string summary, string inputs, Func<TOptions, int, TargetLevel, Network<TBatch>> create, TrainingOptions? training = null)
        where TOptions : new() =>
        new(name, summary, inputs, (options, outputs) => create(options, outputs, TargetLevel.Material))
        {
            CreateForSites = (options, outputs) => create(options, outputs, TargetLevel.Site),
            Training = training ?? new TrainingOptions(),
        };

    private static string Locate(string nameOrPath)
    {
        if (File.Exists(nameOrPath)) return nameOrPath;
        return Shipped.FirstOrDefault(model => model.Name == nameOrPath)?.Path
            ?? throw new InputException($"There is no model '{nameOrPath}': it is neither a file nor one of {string.Join(", ", Shipped.Select(model => model.Name))}.{Suggestion.Ask(nameOrPath, Shipped.Select(model => model.Name))}");
    }
}
