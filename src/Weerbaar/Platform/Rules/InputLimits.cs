namespace Weerbaar.Platform.Rules;

/// <summary>How much one request may bring.</summary>
public static class InputLimits
{
    public const int LargestMegabytes = 4;
    public const int LargestBody = LargestMegabytes * 1024 * 1024;

    /// <summary>Of any text at all; most fields take less, and say so together with what else is wrong.</summary>
    public const int LongestText = 100_000;

    /// <summary>In bytes, of the line that asks for it; a longer one the web server itself refuses, without words.</summary>
    public const int LongestAddress = 32 * 1024;

    public const int LongestList = 1000;
    public const int DeepestNesting = 32;

    /// <summary>As many mistakes as one answer names.</summary>
    public const int MostErrors = 20;
}
