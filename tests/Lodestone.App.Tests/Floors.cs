using Lodestone.Testing;

namespace Lodestone.App.Tests;

/// <summary>The floors of the house, from the ground up; projects on one floor do not know each other.</summary>
internal static class Floors
{
    public static readonly string[][] All =
    [
        ["Matter"], ["Data"], ["Symmetry"], ["Learning"], ["Models"], ["Insight", "Cluster"], ["Studies"], ["App"],
    ];

    /// <summary>The projects of the repository that hold code.</summary>
    public static IEnumerable<string> Built => All.SelectMany(floor => floor).Where(HoldsCode);

    /// <summary>The projects that a project may use.</summary>
    public static IEnumerable<string> Below(string project) =>
        All.TakeWhile(floor => !floor.Contains(project)).SelectMany(floor => floor);

    /// <summary>The projects that a project must not use: those above it and beside it.</summary>
    public static IEnumerable<string> NotBelow(string project) =>
        All.SelectMany(floor => floor).Except(Below(project)).Except([project]);

    public static string ProjectFile(string project) =>
        Path.Combine(Repository.Root, "src", $"Lodestone.{project}", $"Lodestone.{project}.csproj");

    private static bool HoldsCode(string project) =>
        File.Exists(ProjectFile(project)) && Directory.EnumerateFiles(Path.GetDirectoryName(ProjectFile(project))!, "*.cs", SearchOption.AllDirectories).Any();

    /// <summary>The namespace of a project and everything in it, as a regular expression.</summary>
    public static string Namespace(string project) => $@"^Lodestone\.{project}(\..*)?$";
}
