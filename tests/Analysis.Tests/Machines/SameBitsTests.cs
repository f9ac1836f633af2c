using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Uncertainty.Streams;

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
    public async Task The_loops_for_narrow_vectors_draw_the_same_bits_where_multiplying_and_adding_is_one_instruction()
    {
        var lines = await LinesAsync(new("dotnet", [typeof(DrawnBits).Assembly.Location, DrawnBits.Narrow]));

        string.Join('\n', lines.Skip(1)).ShouldBe(DrawnBits.Fingerprints());
    }

    [Fact]
    public void Multiplying_and_adding_in_doubles_rounds_once()
    {
        var random = new RandomSequence(3, StreamPurpose.Integration, 0);
        for (var k = 0; k < 200_000; k++)
        {
            // Any floats; and sums that come near or onto the middle between two floats.
            var (a, b) = (Float(random.Next()), Float(random.Next()));
            var c = k % 2 == 0 ? Float(random.Next()) : MathF.ScaleB(a * b, 24 + (int)(random.Next() % 3));

            var found = MultiplyAdd.InDoubles(Vector128.Create(a), Vector128.Create(b), Vector128.Create(c))[0];

            BitConverter.SingleToInt32Bits(found).ShouldBe(BitConverter.SingleToInt32Bits(MathF.FusedMultiplyAdd(a, b, c)), $"{a:R} × {b:R} + {c:R}");
        }

        // Both signs, some with few bits set so that sums are exact halves, exponents from −70 to 57.
        static float Float(ulong word) => BitConverter.Int32BitsToSingle(
            (int)((((uint)word & 0x80000000) | ((57 + (uint)(word >> 32 & 127)) << 23) | ((uint)word & 0x7FFFFF & ((word >> 40 & 1) == 0 ? 0x700001u : 0x7FFFFFu)))));
    }

    [Fact]
    public void Another_bit_from_the_same_seed_means_another_engine_version()
    {
        // Drawn on x86-64; any other processor must come to the same. When this changes on purpose, raise the version too.
        typeof(Acceptability).Assembly.GetName().Version!.ToString(3).ShouldBe("0.3.0");
        DrawnBits.Fingerprints().ShouldBe("""
            plain b47749ac6be0e640
            even e66bd6d743a68357
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
        var start = new ProcessStartInfo("dotnet", [typeof(DrawnBits).Assembly.Location]);
        start.Environment[setting] = "0";
        return await LinesAsync(start);
    }

    private static async Task<string[]> LinesAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return text.TrimEnd().Split('\n');
    }
}
