using System.Diagnostics;

namespace Weerbaar.Tests.Printing;

/// <summary>Reads a PDF with the tools of poppler, a reader that is not the writer.</summary>
internal static class PdfTools
{
    public static string Info(byte[] pdf, params string[] options) => Run("pdfinfo", [.. options, "-"], pdf);

    public static string Text(byte[] pdf) => Run("pdftotext", ["-", "-"], pdf);

    private static string Run(string tool, string[] arguments, byte[] input)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        return output.GetAwaiter().GetResult();
    }
}
