using Weerbaar.Platform.Organisations;

namespace Weerbaar.Tests.Platform;

public sealed class OrganisationTests
{
    [Fact]
    public void A_row_shows_abbreviations_and_the_names_of_what_has_none() =>
        new OrganisationCatalogue().Words(["JenV", "gemeenten", "VR13"]).ShouldBe($"JenV, {new OrganisationCatalogue().NameOf("gemeenten").Here}, VR13");
}
