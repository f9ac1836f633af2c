using System.Globalization;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;

namespace Weerbaar.Tests.Site;

public sealed class MomentsTests
{
    private static readonly DateOnly day = new(2026, 11, 30);

    [Theory]
    [InlineData("nl", "November 2026", "", false)]
    [InlineData("en", "", "november 2026", false)]
    [InlineData("nl", "Maart 2026", "", true)]
    [InlineData("nl", "November 2027", "", true)]
    [InlineData("nl", "Eind 2026", "", true)]
    [InlineData("nl", "", "", false)]
    public void A_note_beside_a_day_says_more_unless_it_is_the_month_and_year(string reader, string nl, string en, bool saysMore)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(reader);
        Moments.SaysMore(new Text(nl, en), day).ShouldBe(saysMore);
    }

    [Fact]
    public void A_note_without_a_day_always_says_more() => Moments.SaysMore(new Text("November 2026", "November 2026"), null).ShouldBeTrue();
}
