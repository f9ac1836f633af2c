using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Assessment.AssessFile;

/// <summary>Exit codes of a verb: 0 done, 1 the input cannot be used, 2 a defect of the program.</summary>
internal static class VerbExit
{
    /// <summary>Does the work, whose answer is written only when all of it succeeded.</summary>
    public static int Of(Func<string> work, TextWriter output, TextWriter error)
    {
        try
        {
            output.WriteLine(work());
            return 0;
        }
        catch (BadInputException bad)
        {
            foreach (var problem in bad.Errors)
            {
                error.WriteLine(problem);
            }

            return 1;
        }
        catch (Exception defect)
        {
            error.WriteLine($"This is a defect of weerbaar; please report it with these lines. {defect}");
            return 2;
        }
    }
}
