namespace Weerbaar.Platform;

/// <summary>The version of this program, as everything that it writes names it.</summary>
public static class ProgramVersion
{
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetName().Version!.ToString(3);
}
