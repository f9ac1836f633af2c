using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Assessment;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>
/// The assessment as it was when the decision was taken on it, a line a scenario. No hash of the whole is kept: it would
/// tell who may see some of the scenarios that there are more. Titles are not kept either: who may see a scenario reads its
/// title from the scenario.
/// </summary>
/// <param name="Edition">SHA-256 of the edition it was judged on.</param>
public sealed record FrozenBasis(string Edition, DateTimeOffset At, IReadOnlyList<BasisLine> Lines)
{
    /// <summary>What it said of some scenarios.</summary>
    public RoundContent Of(IReadOnlySet<string> scenarios) =>
        new(Edition, Lines.Where(l => scenarios.Contains(l.ScenarioId)).ToDictionary(l => l.ScenarioId, l => l.Content, StringComparer.Ordinal));
}

/// <summary>The classes one scenario had, empty when it had none, and the hash of all that was judged of it.</summary>
public sealed record BasisLine([property: ObjectIds] string ScenarioId, string? Likelihood, string? Impact, string Content);

/// <summary>A decision as it stands to what its reader sees of the assessment it was taken on.</summary>
/// <param name="Hash">Of what the assessment said, to this reader, when the decision was bound to it; null for none.</param>
public sealed record BoundDecision(Decision Decision, BasisState State, string? Hash);

/// <summary>How a decision stands to the assessment it was taken on.</summary>
public enum BasisState
{
    /// <summary>It was taken on no assessment.</summary>
    None,

    /// <summary>It names an assessment, but was not yet bound to its content.</summary>
    Unbound,

    /// <summary>The assessment says what it said then.</summary>
    Current,

    /// <summary>The assessment has changed materially since.</summary>
    Stale,

    /// <summary>The assessment can't be read, so nothing can be said.</summary>
    Unknown,
}
