using System.Text.RegularExpressions;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>
/// Passwords that are tried first (NIST SP 800-63B §5.1.1.2): what is left without the words everybody chooses, one's own
/// name and address, and rows of the same or neighbouring characters, must still be something.
/// </summary>
internal static partial class GuessablePassword
{
    /// <summary>So many different characters must be left.</summary>
    private const int leastLeft = 6;

    private static readonly string[] chosen =
    [
        "wachtwoord", "password", "passw0rd", "passwort", "welkom", "welcome", "weerbaar", "geheim", "secret", "beheerder", "admin", "inloggen", "aanmelden",
        "letmein", "iloveyou", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwerty", "azerty", "lente", "zomer", "herfst", "winter", "spring", "summer", "autumn",
        "january", "januari", "february", "februari", "maart", "march", "april", "june", "juni", "july", "juli", "august", "augustus", "september", "oktober",
        "october", "november", "december", "maandag", "monday", "vrijdag", "friday", "nederland", "holland", "amsterdam", "rotterdam", "denhaag", "ministerie",
    ];

    public static bool Is(string password, string name, string email)
    {
        var own = NameParts().Split($"{name} {email}").Where(part => part.Length > 2);
        var left = chosen.Concat(own).OrderByDescending(word => word.Length)
            .Aggregate(password, (rest, word) => rest.Replace(word, " ", StringComparison.OrdinalIgnoreCase));
        return left.Where((c, at) => c != ' ' && !(at > 0 && Math.Abs(c - left[at - 1]) < 2)).Distinct().Count() < leastLeft;
    }

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NameParts();
}
