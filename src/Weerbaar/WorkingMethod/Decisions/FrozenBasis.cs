using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>
/// The assessment as it was when the decision was taken on it: the hash of all that it materially said, and its
/// outcome a line a scenario. Titles are not kept here: who may see a scenario reads its title from the scenario.
/// </summary>
/// <param name="Hash">SHA-256 of the round's content, in lower-case hexadecimal.</param>
public sealed record FrozenBasis(string Hash, DateTimeOffset At, IReadOnlyList<BasisLine> Lines);

/// <summary>The classes one scenario had; empty when it had none.</summary>
public sealed record BasisLine([property: ObjectIds] string ScenarioId, string? Likelihood, string? Impact);

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
