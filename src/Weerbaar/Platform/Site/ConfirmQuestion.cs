namespace Weerbaar.Platform.Site;

/// <summary>A page that asks before something is done that can't be undone; the model of the partial <c>_Confirm</c>, which posts to its own page.</summary>
public sealed record ConfirmQuestion(string Question, IReadOnlyList<string> Consequences, string Action, string CancelHref, bool Danger = false);
