using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using Lodestone.Testing;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace Lodestone.App.Tests;

/// <summary>A project uses only the floors below it, and only the top floor prints.</summary>
public sealed class ArchitectureTests
{
    private static readonly Lazy<Architecture> House = new(() => new ArchLoader()
        .LoadAssemblies([.. Floors.Built.Select(AssemblyOf), typeof(Console).Assembly])
        .Build());

    public static TheoryData<string> Projects => [.. Floors.Built];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_only_the_floors_below_it(string project)
    {
        foreach (string other in Floors.NotBelow(project).Intersect(Floors.Built))
        {
            IArchRule rule = Types().That().ResideInNamespaceMatching(Floors.Namespace(project))
                .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Floors.Namespace(other)));
            Assert.True(rule.HasNoViolations(House.Value), Violations(rule));
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_projects_below_it(string project)
    {
        IEnumerable<string> referred = XDocument.Load(Floors.ProjectFile(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')).Replace("Lodestone.", ""));
        Assert.Empty(referred.Except(Floors.Below(project)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_the_top_floor_prints(string project)
    {
        Assert.SkipWhen(project == "App", "The top floor may print.");
        IArchRule rule = Types().That().ResideInNamespaceMatching(Floors.Namespace(project)).Should().NotCallAny(
            MethodMembers().That().AreDeclaredIn(typeof(Console)).And().DoNotHaveNameStartingWith(nameof(Console.OpenStandardInput)));
        Assert.True(rule.HasNoViolations(House.Value), Violations(rule));
    }

    [Fact]
    public void Every_project_has_a_floor()
    {
        IEnumerable<string> projects = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder).Replace("Lodestone.", ""));
        Assert.Empty(projects.Except(Floors.All.SelectMany(floor => floor)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_rules_see_the_types_of_every_project(string project) =>
        Assert.Contains(House.Value.Types, type => type.Namespace?.FullName.StartsWith($"Lodestone.{project}", StringComparison.Ordinal) == true);

    private static Assembly AssemblyOf(string project) => Assembly.Load(project == "App" ? "lodestone" : $"Lodestone.{project}");

    private static string Violations(IArchRule rule) =>
        string.Join('\n', rule.Evaluate(House.Value).Where(result => !result.Passed).Select(result => result.Description));
}
