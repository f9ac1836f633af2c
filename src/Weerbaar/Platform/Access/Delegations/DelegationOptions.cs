namespace Weerbaar.Platform.Access.Delegations;

/// <summary>How long a role may be lent at a time.</summary>
/// <param name="MostDays">At least 1; as <c>$WEERBAAR_DELEGATION_DAYS</c> says, otherwise 90.</param>
public sealed record DelegationOptions(int MostDays)
{
    private const string variable = "WEERBAAR_DELEGATION_DAYS";
    private const int usual = 90;

    /// <exception cref="FormatException">The variable holds no whole number of at least 1.</exception>
    public static DelegationOptions FromEnvironment() => Environment.GetEnvironmentVariable(variable) switch
    {
        null or "" => new(usual),
        var text when int.TryParse(text, out var days) && days >= 1 => new(days),
        var text => throw new FormatException($"{variable} is '{text}'. Give a whole number of days of at least 1, such as 90."),
    };
}
