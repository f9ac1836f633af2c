namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Browser and system in a few words, from the header <c>User-Agent</c>: to know one's own devices again, not to trust.</summary>
public static class Device
{
    private static readonly (string Mark, string Name)[] browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static string Of(string? userAgent) =>
        string.Join(" · ", new[] { First(browsers, userAgent), First(systems, userAgent) }.Where(name => name.Length > 0));

    private static string First((string Mark, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(k => userAgent?.Contains(k.Mark, StringComparison.Ordinal) == true).Name ?? "";
}
