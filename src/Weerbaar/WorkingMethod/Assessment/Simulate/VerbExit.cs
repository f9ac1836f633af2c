namespace Weerbaar.WorkingMethod.Assessment.Simulate;

/// <summary>Exit codes: 0 done, 1 the input is at fault (one message, nothing written), 2 a defect of the program, 130 cancelled.</summary>
internal static class VerbExit
{
    internal static int Of(Action run, TextWriter errors)
    {
        try
        {
            run();
            return 0;
        }
        catch (Exception e) when (e is SimulateInputException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(e.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("Cancelled; nothing was written.");
            return 130;
        }
#pragma warning disable CA1031 // The last net of the program: whatever else comes is a defect and must say so.
        catch (Exception e)
#pragma warning restore CA1031
        {
            errors.WriteLine($"This is a defect of the program, not of the input: {e}");
            return 2;
        }
    }
}

/// <summary>A percentage on one line that is rewritten, for a person at a terminal.</summary>
internal sealed class ProgressLine(TextWriter terminal) : IProgress<double>
{
    private readonly Lock gate = new();
    private int shown = -1;

    public void Report(double value)
    {
        lock (gate)
        {
            var percent = (int)(100 * value);
            if (percent > shown)
            {
                shown = percent;
                terminal.Write(percent >= 100 ? "\r    \r" : $"\r{percent,3}%");
            }
        }
    }
}
