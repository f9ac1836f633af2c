using Weerbaar.Platform.Organisations;

namespace Weerbaar.Platform.Markings;

/// <summary>How far something may go: the label it was exchanged with, and the organisations it is released to alone.</summary>
/// <param name="ReleasedTo">As <see cref="ReleaseList"/> writes it.</param>
public sealed record Reach(Tlp? Tlp, string ReleasedTo)
{
    public static Reach Everywhere { get; } = new(null, "");

    public bool IsEverywhere => Tlp is null or Markings.Tlp.Clear && ReleasedTo.Length == 0;

    public IReadOnlyList<string> Releases => ReleaseList.Codes(ReleasedTo);

    /// <summary>Whether an organisation may have it: one it is released to by name; otherwise one that its label reaches.</summary>
    /// <param name="code">The organisation.</param>
    /// <param name="strictest">The strictest label that reaches it, by <see cref="TlpCircles"/>.</param>
    public bool Includes(string code, Tlp strictest) => ReleasedTo.Length > 0 ? Releases.Contains(code) : (Tlp ?? Markings.Tlp.Clear) <= strictest;
}

/// <summary>
/// The Traffic Light Protocol 2.0 of FIRST (first.org/tlp, August 2022), as far as organisations can be told apart. RED is
/// for those who are named and nobody else; AMBER+STRICT for the organisation of who received it; AMBER for that and its
/// clients, here the organisations that fall under it; GREEN for the community, here every organisation that is known, but
/// not for the public; CLEAR for all.
/// </summary>
public static class TlpCircles
{
    /// <summary>The strictest label under which people of some organisations may hand something to another.</summary>
    public static Tlp StrictestFor(string recipient, IReadOnlySet<string> own, OrganisationCatalogue organisations, DateOnly today) =>
        own.Contains(recipient) ? Tlp.AmberStrict
        : own.Any(one => organisations.IsWithin(recipient, one, today)) ? Tlp.Amber
        : Tlp.Green;
}
