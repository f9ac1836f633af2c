using System.Diagnostics;
using System.Runtime.InteropServices;
using Weerbaar.Analysis.Robustness.Acceptability;

namespace Weerbaar.Analysis.Tests.Machines;

public sealed class SameBitsTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512", 256)]
    [InlineData("DOTNET_EnableAVX2", 128)]
    [InlineData("DOTNET_EnableHWIntrinsic", 0)]
    public async Task A_processor_without_these_instructions_draws_the_same_bits(string setting, int widest)
    {
        var lines = await WithoutAsync(setting);

        // Otherwise this would compare a process with itself. Other processors do not know the settings of x86.
        if (RuntimeInformation.ProcessArchitecture == Architecture.X64)
        {
            int.Parse(lines[0], null).ShouldBeLessThanOrEqualTo(widest);
        }

        string.Join('\n', lines.Skip(1)).ShouldBe(DrawnBits.Fingerprints());
    }

    [Fact]
    public void Another_bit_from_the_same_seed_means_another_engine_version()
    {
        // Drawn on x86-64; any other processor must come to the same. When this changes on purpose, raise the version too.
        typeof(Acceptability).Assembly.GetName().Version!.ToString(3).ShouldBe("0.2.0");
        DrawnBits.Fingerprints().ShouldBe("""
            plain b47749ac6be0e640
            even c6999d402890b247
            ranked 523b2a5677f100e8
            bounded 2901ca9119d03876
            interests aee6da522d175bbe
            mixed c4e7725f89df4776
            discrete 5782fce54b11672c
            pert b19fd67a4cae2d39
            wide 98028a6418595bce
            correlated c5e98029a8c735bf
            values c0079ba25359aed9
            area 154d8b61aebf6197
            loss 57671e5b09ea3be9
            mean bc1813fce524a680
            """);
    }

    private static async Task<string[]> WithoutAsync(string setting)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DrawnBits).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[setting] = "0";
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return text.TrimEnd().Split('\n');
    }
}
