using System.CommandLine;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.Platform.Health;

/// <summary><c>weerbaar doctor</c>: looks at all that the program needs, changes nothing that is kept, and says what to do.</summary>
internal static class DoctorVerb
{
    public static Command Verb()
    {
        var verb = new Command("doctor", "Look at everything the program needs, change nothing that is kept, and say what to do.\nExample: weerbaar doctor --data ~/weerbaar")
        {
            DataOptions.Data, DataOptions.Database, DataOptions.OpenId, ServeOptions.PublicUrl, ServeOptions.Certificate, ServeOptions.CertificateKey,
        };
        verb.SetAction((parsed, ct) => RunAsync(DataOptions.Settings(parsed).WithOpenId(parsed), Certificates(parsed), parsed.InvocationConfiguration.Output, ct));
        return verb;
    }

    private static Examine Certificates(ParseResult parsed)
    {
        var (files, key, address) = (parsed.GetValue(ServeOptions.Certificate), parsed.GetValue(ServeOptions.CertificateKey), ListenAddress.ReadPublic(parsed.GetValue(ServeOptions.PublicUrl)));
        return async (services, ct) =>
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            return [.. ExamineCertificates.OfFiles(files, key, now), .. await ExamineCertificates.OfAddressAsync(address, now, ct)];
        };
    }

    private static async Task<int> RunAsync(ServerSettings settings, Examine certificates, TextWriter output, CancellationToken ct)
    {
        await using var services = OpenDatabase.Services(settings);
        var bad = 0;
        foreach (var examine in services.GetServices<Examine>().Append(certificates))
        {
            foreach (var finding in await examine(services, ct))
            {
                await TellAsync(finding, output);
                bad += finding.Verdict == Verdict.Bad ? 1 : 0;
            }
        }

        return bad == 0 ? 0 : throw new BadUse(bad == 1 ? "One thing is wrong; see above." : $"{bad} things are wrong; see above.");
    }

    private static async Task TellAsync(Finding finding, TextWriter output)
    {
        var word = finding.Verdict switch { Verdict.Good => "good", Verdict.Note => "note", _ => "BAD " };
        await output.WriteLineAsync($"{word}  {finding.What}: {finding.Found}");
        if (finding.Advice.Length > 0)
        {
            await output.WriteLineAsync($"      {finding.Advice}");
        }
    }
}
