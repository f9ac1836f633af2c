namespace Weerbaar.Platform.CommandLine;

/// <summary>What is left of a defect: a line for who ran the program, and a file with the details for who mends it.</summary>
internal static class DefectReport
{
    /// <returns>What to say on standard error.</returns>
    public static string Write(Exception defect)
    {
        var said = $"This is a defect of weerbaar, not your doing: {FirstLine(defect.Message)}";
        try
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("weerbaar-defect-").FullName, "details.txt");
            File.WriteAllText(file, $"weerbaar {ProgramVersion.Text}\n{defect}\n");
            return $"{said} Please report it with the details in {file}.";
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return $"{said} Please report it with these details.\n{defect}";
        }
    }

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd();
}
