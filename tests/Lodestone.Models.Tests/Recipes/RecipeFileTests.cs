using Lodestone.Learning;
using Lodestone.Learning.Training;
using Lodestone.Matter;
using Lodestone.Models.Recipes;
using Lodestone.Testing;

namespace Lodestone.Models.Tests.Recipes;

public sealed class RecipeFileTests
{
    private const string Text = """
        name: example
        data: table.csv
        architecture: cgcnn
        options: { convolutions: 2 }
        targets:
          - { name: band_gap_eV, minimum: 0 }
        training:
          epochs: 7
          optimizer: { name: adam_w, learning_rate: 0.002 }
          schedule: { milestones: [3, 5] }
        measure:
          - { name: elsewhere, data: other.csv, columns: { band_gap_eV: gap } }
        """;

    public static TheoryData<string> Shipped => [.. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path))];

    private static string Folder => Path.Combine(Repository.Root, "recipes");

    [Fact]
    public void Reads_what_it_says_and_keeps_the_defaults_of_the_rest()
    {
        Recipe recipe = RecipeFile.Parse(Text, "example.yaml", []);

        Assert.Equal("example", recipe.Name);
        Assert.Equal(0, Assert.Single(recipe.Targets).Minimum);
        Assert.Equal(7, recipe.Training.Epochs);
        Assert.Equal(0.002, recipe.Training.Optimizer.LearningRate);
        Assert.Equal(OptimizerName.AdamW, recipe.Training.Optimizer.Name);
        Assert.Equal(new TrainingOptions().BatchSize, recipe.Training.BatchSize);
        Assert.Equal([3, 5], recipe.Training.Schedule.Milestones);
        Assert.Equal("gap", recipe.Measure[0].Columns["band_gap_eV"]);
        Assert.Equal("2", RecipeFile.OptionsOf(recipe)["convolutions"]!.ToJsonString());
    }

    [Fact]
    public void The_level_of_a_target_is_written_only_where_it_says_something()
    {
        Recipe recipe = RecipeFile.Parse("{ data: d, architecture: ecn, targets: [{ name: site_moments_uB, level: site, head: moment }] }", "sites.yaml", []);

        Assert.Equal(TargetLevel.Site, recipe.Targets[0].Level);
        Assert.Equal(TargetLevel.Site, RecipeFile.Parse(RecipeFile.Write(recipe), "again", []).Targets[0].Level);
        Assert.DoesNotContain("level", RecipeFile.Write(RecipeFile.Parse(Text, "example.yaml", [])));
    }

    [Fact]
    public void Training_begins_with_that_of_the_architecture()
    {
        Recipe recipe = RecipeFile.Parse(Text, "example.yaml", ["architecture=ibrnet", "options={ skips: false }"]);

        Assert.Equal(7, recipe.Training.Epochs);
        Assert.Equal(32, recipe.Training.BatchSize);
        Assert.Equal(50, recipe.Training.Patience);
        Assert.Equal(0.002, recipe.Training.Optimizer.LearningRate);
        Assert.Equal(0, recipe.Training.Optimizer.WeightDecay);
        Assert.Equal(ScheduleName.Plateau, recipe.Training.Schedule.Name);
        Assert.Equal(45, recipe.Training.Schedule.Patience);
        Assert.Equal([3, 5], recipe.Training.Schedule.Milestones);
        Recipe silent = RecipeFile.Parse("{ data: t.csv, architecture: ibrnet, targets: [{ name: gap_eV }] }", "silent.yaml", []);
        Assert.Equal(ModelCatalog.Architecture("ibrnet").Training, silent.Training);
    }

    [Fact]
    public void An_option_may_be_a_list()
    {
        Recipe recipe = RecipeFile.Parse(Text, "example.yaml", ["architecture=elemnet", "options={ dropout: [0.1, 0.25] }"]);

        var dropout = ModelCatalog.Architecture("elemnet").Describe(RecipeFile.OptionsOf(recipe)).Single(option => option.Name == "dropout");

        Assert.Equal("[0.1,0.25]", dropout.Value!.ToJsonString());
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        Recipe recipe = RecipeFile.Parse(Text, "example.yaml", ["weight_decay=0", "seed=18446744073709551615"]);
        string written = RecipeFile.Write(recipe);

        Assert.Equal(written, RecipeFile.Write(RecipeFile.Parse(written, "written.yaml", [])));
        Assert.Contains("weight_decay: 0", written);
    }

    [Theory]
    [InlineData("training.epochs=9", 9)]
    [InlineData("epochs=9", 9)]
    public void A_setting_finds_its_place(string setting, int epochs) =>
        Assert.Equal(epochs, RecipeFile.Parse(Text, "example.yaml", [setting]).Training.Epochs);

    [Fact]
    public void Settings_reach_lists_options_and_whole_values()
    {
        Recipe recipe = RecipeFile.Parse(Text, "example.yaml", ["targets.0.head=l1", "atom_feature_length=32", "measure=[]", "learning_rate=0.5"]);

        Assert.Equal("l1", recipe.Targets[0].Head);
        Assert.Equal("32", RecipeFile.OptionsOf(recipe)["atom_feature_length"]!.ToJsonString());
        Assert.Empty(recipe.Measure);
        Assert.Equal(0.5, recipe.Training.Optimizer.LearningRate);
    }

    [Theory]
    [InlineData("epochs", "is no setting")]
    [InlineData("targets.3.head=l1", "not an index below 1")]
    [InlineData("name.x=1", "leads nowhere")]
    [InlineData("training.colour=red", "colour")]
    [InlineData("epochs=many", "many")]
    [InlineData("epochs=0", "epochs")]
    [InlineData("members=0", "members")]
    [InlineData("data=", "does not say 'data'")]
    [InlineData("training=", "'training' is empty")]
    [InlineData("epoch=3", "Did you mean 'epochs'?")]
    [InlineData("training.epoch=3", "There is no key 'epoch' in 'training'; there are epochs, ")]
    [InlineData("split=random", "'split' has keys of its own, written like split: { key: value }; it cannot be 'random'.")]
    [InlineData("training.keep=bset", "'training.keep' must be one of last, best, average; it cannot be 'bset'. Did you mean 'best'?")]
    [InlineData("targets=y", "'targets' is a list")]
    [InlineData("targets.0.weight=heavy", "'targets.0.weight' must be a number")]
    [InlineData("data=[", "The value is no YAML")]
    public void A_bad_setting_is_refused_with_its_reason(string setting, string reason) =>
        Assert.Contains(reason, Assert.Throws<InputException>(() => RecipeFile.Parse(Text, "example.yaml", [setting])).Message);

    [Theory]
    [InlineData("nmae: x", "nmae")]
    [InlineData("- a list", "mapping")]
    [InlineData("name: [", "recipe.yaml:")]
    [InlineData("# a comment\n\nname: x\n\n# another\nsplit: random\n", "recipe.yaml:6: 'split' has keys of its own")]
    [InlineData("a: &a [1]\nb: *a\n", "no aliases")]
    [InlineData("name: [[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]", "deeper than any recipe")]
    [InlineData("", "does not say")]
    public void A_bad_file_is_refused_with_its_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<InputException>(() => RecipeFile.Parse(text, "recipe.yaml", [])).Message);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void The_recipes_that_ship_read(string name)
    {
        Recipe recipe = RecipeFile.Read(Path.Combine(Folder, name), []);

        Assert.Equal(Path.GetFileNameWithoutExtension(name), recipe.Name);
        Assert.DoesNotContain(ModelCatalog.Architecture(recipe.Architecture).Describe(RecipeFile.OptionsOf(recipe)), option => option.Meaning == "");
    }
}
