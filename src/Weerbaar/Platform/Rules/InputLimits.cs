namespace Weerbaar.Platform.Rules;

/// <summary>How much one request may bring.</summary>
public static class InputLimits
{
    public const int LargestMegabytes = 4;
    public const int LargestBody = LargestMegabytes * 1024 * 1024;
    public const int LongestList = 1000;
    public const int DeepestNesting = 32;

    /// <summary>As many mistakes as one answer names.</summary>
    public const int MostErrors = 20;
}
