using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Yaml;
using Weerbaar.WorkingMethod.Assessment.AssessFile;
using Weerbaar.WorkingMethod.Editions;
using Weerbaar.WorkingMethod.Assessment.Simulate;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>The file form of <c>simulate</c>: the judgements of an assessment file as input of a run.</summary>
public static class FromAssessment
{
    /// <param name="weights">Other weights than those of the file, or null.</param>
    /// <param name="cancel">Stops working out the input.</param>
    /// <exception cref="BadInputException">The file cannot be used; all of what is wrong with it is named.</exception>
    /// <exception cref="InvalidInput">The weights cannot be used.</exception>
    public static SimulateInput Read(string path, string? weights, EditionCatalogue editions, CancellationToken cancel = default) =>
        Model(path, weights, false, editions, cancel).Input;

    /// <inheritdoc cref="Read"/>
    /// <param name="withinClass">Each class stands for its whole interval.</param>
    public static RoundModel Model(string path, string? weights, bool withinClass, EditionCatalogue editions, CancellationToken cancel = default)
    {
        var errors = new InputErrors();
        var file = YamlFile.Read(path, errors) is { } yaml ? AssessReader.Read(yaml.Root, new AssessOptions(), editions, errors) : null;
        errors.ThrowIfAny();
        BadUse.Unless(
            file!.Scenarios.Count <= AcceptabilityInput.MostAlternatives,
            $"{path} has {file.Scenarios.Count} scenarios; one run ranks at most {AcceptabilityInput.MostAlternatives}. Select the ones that matter first, or rank in groups.");
        return RoundModels.Of(file, weights, withinClass, cancel);
    }
}
