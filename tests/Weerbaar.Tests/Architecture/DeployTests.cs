using System.Text.RegularExpressions;
using Weerbaar.Platform.Journal;
using YamlDotNet.RepresentationModel;

namespace Weerbaar.Tests.Architecture;

/// <summary>The recipes hold together with the program, as far as reading them shows.</summary>
public sealed partial class DeployTests
{
    private static readonly string kubernetes = Path.Combine(SourceTree.Root, "deploy", "kubernetes");

    [Fact]
    public void The_key_of_the_journal_comes_from_outside_the_processes_of_the_recipe()
    {
        var (env, mounts, volumes) = (Items("containers", "env"), Items("containers", "volumeMounts"), Items("volumes"));
        var key = env.Single(e => Of(e, "name") == "WEERBAAR_JOURNAL_KEY");
        var mount = mounts.Single(m => Of(key, "value").StartsWith(Of(m, "mountPath") + "/", StringComparison.Ordinal) && Of(m, "mountPath") != "/data");

        volumes.Single(v => Of(v, "name") == Of(mount, "name")).Children.Keys.Select(k => k.ToString()).ShouldContain("secret");
    }

    [Fact]
    public void The_rules_of_the_journal_in_the_recipe_are_rules_and_stand_where_the_program_looks()
    {
        var file = Path.Combine(kubernetes, RetentionRules.FileName);

        RetentionRules.Read(file, File.ReadAllText(file)).Days.ShouldNotBeEmpty();
        Items("containers", "volumeMounts").Select(m => Of(m, "mountPath")).ShouldContain($"/data/{RetentionRules.FileName}");
    }

    [Fact]
    public void Every_variable_that_a_recipe_or_the_operations_page_names_is_read_by_the_program()
    {
        var code = string.Concat(SourceTree.Below("src").Select(f => f.Text));
        var named = SourceTree.Below("deploy", "*").Concat(SourceTree.Below("docs", "operations.md")).SelectMany(p => Variable().Matches(p.Text)).Select(m => m.Value).Distinct().ToList();

        named.Count.ShouldBeGreaterThan(10);
        named.Where(name => !IsRead(name, code)).ShouldBeEmpty();
    }

    /// <summary>What stands below a section is read by its last part.</summary>
    private static bool IsRead(string name, string code) => code.Contains(name, StringComparison.Ordinal)
        || code.Contains(name.Replace("__", ":", StringComparison.Ordinal), StringComparison.Ordinal)
        || (name.Split("__") is ["Weerbaar", var section, var last] && code.Contains($"Weerbaar:{section}", StringComparison.Ordinal) && Regex.IsMatch(code, $"\\b{last}\\b"));

    /// <summary>Below <c>spec.template.spec</c> of the deployment: a list, or a list within each item of one.</summary>
    private static List<YamlMappingNode> Items(string list, string? within = null)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(kubernetes, "deployment.yaml"))));
        var items = Below((YamlMappingNode)yaml.Documents[0].RootNode["spec"]["template"]["spec"], list);
        return within is null ? items : [.. items.SelectMany(i => Below(i, within))];
    }

    private static List<YamlMappingNode> Below(YamlMappingNode node, string list) => [.. ((YamlSequenceNode)node[list]).Children.Cast<YamlMappingNode>()];

    private static string Of(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? value.ToString() : "";

    [GeneratedRegex(@"\bWEERBAAR_[A-Z_]+[A-Z]\b|\bWeerbaar__\w+")]
    private static partial Regex Variable();
}
