using System.Text;
using Weerbaar.Platform.Access.Accounts;

namespace Weerbaar.Tests.Access;

public sealed class TotpTests
{
    private static readonly byte[] key = "12345678901234567890"u8.ToArray();

    /// <summary>RFC 6238, appendix B, the rows for SHA-1; six digits are the last six of its eight.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code) =>
        Totp.CodeAt(key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    /// <summary>RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_key_is_written_in_the_base_32_of_the_standard(string text, string written) =>
        Totp.Base32(Encoding.ASCII.GetBytes(text)).ShouldBe(written);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_one_step_off_and_no_more(int steps, bool good)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);

        Totp.StepOf(key, Totp.CodeAt(key, Totp.StepAt(now) + steps), now, used: null).HasValue.ShouldBe(good);
    }

    [Fact]
    public void A_code_of_a_step_that_was_used_is_of_no_step()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        var step = Totp.StepAt(now);

        Totp.StepOf(key, Totp.CodeAt(key, step), now, used: step).ShouldBeNull();
        Totp.StepOf(key, Totp.CodeAt(key, step + 1), now, used: step).ShouldBe(step + 1);
    }

    [Fact]
    public void Spaces_in_a_code_do_not_count()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(59);

        Totp.StepOf(key, "287 082 ", now, used: null).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("twee8\u0000")]
    public void What_is_no_code_is_of_no_step(string code) =>
        Totp.StepOf(key, code, DateTimeOffset.FromUnixTimeSeconds(59), used: null).ShouldBeNull();
}
