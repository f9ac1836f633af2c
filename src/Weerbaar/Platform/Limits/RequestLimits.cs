using System.Globalization;

namespace Weerbaar.Platform.Limits;

/// <summary>
/// How many requests a minute one process takes: from one person or program, from one address, and files and reports for
/// one person. Generous: they stop a program that runs wild, not a reader in a hurry.
/// </summary>
public sealed record RequestLimits(int OfPerson, int OfAddress, int Exports)
{
    public static RequestLimits Usual { get; } = new(OfPerson: 3000, OfAddress: 30_000, Exports: 120);

    public static RequestLimits None { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue);

    /// <summary>The usual ones, but where <c>Weerbaar:RequestsPerMinute:…</c> says otherwise.</summary>
    /// <exception cref="FormatException">It says something that is no number of requests.</exception>
    public static RequestLimits Of(IConfiguration configuration) => new(
        Number(configuration, nameof(OfPerson), Usual.OfPerson), Number(configuration, nameof(OfAddress), Usual.OfAddress), Number(configuration, nameof(Exports), Usual.Exports));

    private static int Number(IConfiguration configuration, string name, int usual)
    {
        var told = configuration[$"Weerbaar:RequestsPerMinute:{name}"];
        return told is null or "" ? usual
            : int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw new FormatException($"Weerbaar__RequestsPerMinute__{name} is '{told}'. Give a whole number above 0, or leave it out for {usual}.");
    }
}
