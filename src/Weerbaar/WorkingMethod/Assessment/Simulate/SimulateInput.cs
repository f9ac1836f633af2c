using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Assessment.Simulate;

/// <summary>
/// What a simulation runs on, wherever it was read from. <paramref name="Canonical"/> is the whole input as one text with
/// one way to write everything, for the hash and for the files of parts; <paramref name="Weights"/> is the expression
/// the weights were given by.
/// </summary>
public sealed record SimulateInput(
    IReadOnlyList<string> Alternatives,
    IReadOnlyList<string> Criteria,
    AcceptabilityInput Numbers,
    string Canonical,
    string Weights)
{
    /// <summary>Correlations that were given beside the rest, or null.</summary>
    public string? Correlations { get; init; }

    /// <summary>SHA-256 of the canonical text, the weights and the correlations.</summary>
    public string Hash => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"weights {Weights}\n{Canonical}{Correlations}")));

    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>Input that cannot be run; the message says where and what to do.</summary>
public class SimulateInputException(string message) : BadUse(message)
{
    /// <summary>What to add where a line of a CSV holds more values than it should.</summary>
    internal const string PointInNumbers = " A comma begins the next value: write numbers with a point, such as 0.5.";

    /// <param name="line">From 1; 0 when it is about the file as a whole.</param>
    internal static void If(bool refused, string file, int line, string message)
    {
        if (refused)
        {
            throw new SimulateInputException(PlainText.Shown(new InputError(file, line, message).ToString()));
        }
    }
}
