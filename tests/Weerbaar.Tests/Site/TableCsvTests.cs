using System.Text;
using Weerbaar.Platform.Site.Tables;

namespace Weerbaar.Tests.Site;

public sealed class TableCsvTests
{
    private static string Written(string text, ColumnKind kind = ColumnKind.Text) =>
        Encoding.UTF8.GetString(TableCsv.Write(["h"], [[(text, kind)]])[3..])["h\r\n".Length..].TrimEnd('\n').TrimEnd('\r');

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("+31 70", "\"'+31 70\"")]
    [InlineData("\t=1+1", "\"'\t=1+1\"")]
    [InlineData("\n=1+1", "\"'\n=1+1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠SUM(A1)", "'＠SUM(A1)")]
    [InlineData("gewoon", "gewoon")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("zegt \"ja\"", "\"zegt \"\"ja\"\"\"")]
    [InlineData("twee\nregels", "\"twee\nregels\"")]
    public void Words_are_quoted_where_needed_and_never_run_as_a_formula(string text, string written) => Written(text).ShouldBe(written);

    [Fact]
    public void A_row_that_ends_early_has_empty_cells() =>
        Encoding.UTF8.GetString(TableCsv.Write(["a", "b", "c"], [[("x", ColumnKind.Text)]])[3..]).ShouldBe("a,b,c\r\nx,,\r\n");

    [Fact]
    public void A_word_in_a_column_of_numbers_is_no_formula_either() => Written("=1+1", ColumnKind.Number).ShouldBe("\"'=1+1\"");

    [Fact]
    public void A_negative_number_stays_a_number() => Written("-2.5", ColumnKind.Number).ShouldBe("-2.5");
}
