using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.AssessFile;

/// <summary>Reads the input of <c>assess</c>; what is wrong is reported all at once.</summary>
internal static class AssessReader
{
    /// <summary>The input, or null when <paramref name="errors"/> says why it cannot be used.</summary>
    public static AssessInput? Read(YamlMap root, AssessOptions options, EditionCatalogue editions, InputErrors errors)
    {
        if (ReadMethod(root, editions) is not { } edition)
        {
            return null;
        }

        var calculation = ReadCalculation(root, options, edition.Edition, errors);
        var rows = root.Maps("scenarios");
        var scenarios = rows.Select(row => ScenarioReader.Read(row, edition.Edition)).ToList();
        root.RefuseDoubles("scenarios", id => id, [.. rows.Select(row => row.OptionalText("id") ?? "")]);
        root.RefuseOtherKeys();
        return errors.Any || calculation is null ? null : new(edition, calculation, [.. scenarios.OfType<ScenarioInput>()]);
    }

    private static LoadedEdition? ReadMethod(YamlMap root, EditionCatalogue editions)
    {
        var id = root.Text("method");
        var edition = editions.Find(id);
        if (edition is null && id.Length > 0)
        {
            root.Find("method")!.Error($"There is no method '{id}'. Expected one of {string.Join(", ", editions.Ids)}.");
        }

        return edition;
    }

    private static ImpactCalculation? ReadCalculation(YamlMap root, AssessOptions options, MethodEdition edition, InputErrors errors)
    {
        var inFile = ReadWeights(root, edition);
        var chosen = options.Weights is { } id ? Weights(id, edition, message => errors.Add("--weights", 0, message)) : inFile;
        var value = options.ValueFunction is { } name ? ValueFunction.Find(name) : null;
        if (options.ValueFunction is { } asked && value is null)
        {
            errors.Add("--value-function", 0, $"'{asked}' is no value function. Expected one of base3, base10, linear.");
        }

        try
        {
            return new(edition, value, chosen);
        }
        catch (MethodInputException refused)
        {
            Report(root, refused, options, errors);
            return null;
        }
    }

    private static void Report(YamlMap root, MethodInputException refused, AssessOptions options, InputErrors errors)
    {
        if (refused.Field == "weights" && options.Weights is null && root.Find("weights") is { } weights)
        {
            weights.Error(refused.Message);
        }
        else
        {
            errors.Add("--" + refused.Field, 0, refused.Message);
        }
    }

    private static CriterionWeights? ReadWeights(YamlMap root, MethodEdition edition)
    {
        if (root.Find("weights") is not { } value)
        {
            return null;
        }

        return value.IsMap ? WeightReader.Read(value.AsMap()!, edition) : Weights(value.AsText(), edition, value.Error);
    }

    private static CriterionWeights? Weights(string id, MethodEdition edition, Action<string> error)
    {
        var weights = CriterionWeights.Find(edition, id);
        if (weights is null && id.Length > 0)
        {
            error($"{edition.Id} has no weights '{id}'. Expected one of {string.Join(", ", CriterionWeights.Ids(edition))}, or a number for every criterion.");
        }

        return weights;
    }
}
