using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Organisations;

namespace Weerbaar.Tests.Markings;

/// <summary>Whom a label of the Traffic Light Protocol lets something go to, from people of the ministry of the Interior.</summary>
public sealed class ReachTests
{
    private static readonly OrganisationCatalogue organisations = OrganisationCatalogue.Shipped;
    private static readonly HashSet<string> own = ["BZK"];

    [Theory]
    [InlineData(null, "DEF", true)]
    [InlineData(Tlp.Clear, "DEF", true)]
    [InlineData(Tlp.Green, "DEF", true)]
    [InlineData(Tlp.Amber, "DEF", false)]
    [InlineData(Tlp.Amber, "AIVD", true)]
    [InlineData(Tlp.AmberStrict, "AIVD", false)]
    [InlineData(Tlp.AmberStrict, "BZK", true)]
    [InlineData(Tlp.Red, "BZK", false)]
    public void A_label_reaches_so_far_and_no_further(Tlp? tlp, string recipient, bool may) => Includes(new(tlp, ""), recipient).ShouldBe(may);

    [Theory]
    [InlineData("DEF", true)]
    [InlineData("BZK", false)]
    public void Who_is_named_may_have_it_whatever_the_label_and_nobody_else(string recipient, bool may) => Includes(new(Tlp.Red, ";DEF;"), recipient).ShouldBe(may);

    private static bool Includes(Reach reach, string recipient) =>
        reach.Includes(recipient, TlpCircles.StrictestFor(recipient, own, organisations, new DateOnly(2026, 11, 22)));
}
