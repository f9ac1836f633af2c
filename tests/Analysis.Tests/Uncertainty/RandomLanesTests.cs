using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Tests.Uncertainty;

public sealed class RandomLanesTests
{
    private const int Draws = 4096;

    [Fact]
    public void SplitMix_gives_the_published_first_words_of_seed_1234567()
    {
        var mix = new SplitMix64(1234567);

        ulong[] words = [mix.Next(), mix.Next(), mix.Next()];

        words.ShouldBe([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL]);
    }

    [Fact]
    public void The_words_of_a_stream_never_change()
    {
        var lanes = new RandomLanes(7, StreamPurpose.Samples, 3);

        var (first, second) = (lanes.Next(), lanes.Next());

        $"{first[0]:x8} {first[15]:x8} {second[0]:x8} {second[15]:x8}".ShouldBe("7ce569c7 7ab60b44 d068ba7f 0e8dd887");
    }

    [Fact]
    public void Eight_generators_side_by_side_are_eight_plain_generators()
    {
        var mix = SplitMix64.For(9, StreamPurpose.Samples, 5);
        var states = Enumerable.Range(0, 32).Select(_ => mix.Next()).ToArray();
        var lanes = new RandomLanes(9, StreamPurpose.Samples, 5);

        for (var k = 0; k < 100; k++)
        {
            var words = lanes.Next().AsUInt64();
            for (var g = 0; g < 8; g++)
            {
                words[g].ShouldBe(Plain(states, g));
            }
        }
    }

    [Theory]
    [InlineData(1UL, 0L, 1UL, 1L)]
    [InlineData(1UL, 0L, 2UL, 0L)]
    [InlineData(0UL, 0L, 0UL, 1L << 40)]
    [InlineData(ulong.MaxValue, 12L, 0UL, 12L)]
    public void Streams_of_neighbouring_chunks_and_seeds_are_uncorrelated(ulong seedA, long chunkA, ulong seedB, long chunkB)
    {
        var (a, b) = (Numbers(seedA, chunkA), Numbers(seedB, chunkB));

        var correlation = a.Zip(b).Average(pair => (pair.First - 0.5) * (pair.Second - 0.5)) * 12;

        // Five standard errors of a correlation of independent numbers.
        Math.Abs(correlation).ShouldBeLessThan(5 / Math.Sqrt(a.Length));
    }

    [Fact]
    public void First_words_of_ten_thousand_chunks_are_uniform()
    {
        var counts = new int[64];
        for (var chunk = 0; chunk < 10_000; chunk++)
        {
            var lanes = new RandomLanes(42, StreamPurpose.Samples, chunk);
            counts[lanes.Next()[0] >> 26]++;
        }

        // Chi-square with 63 degrees of freedom; 126.1 is exceeded once in 250 000 seeds.
        counts.Sum(c => Math.Pow(c - 156.25, 2) / 156.25).ShouldBeLessThan(126.1);
    }

    [Fact]
    public void Both_halves_of_every_word_are_uniform_and_independent_of_each_other()
    {
        var counts = new int[16, 16];
        var lanes = new RandomLanes(3, StreamPurpose.Samples, 0);
        for (var k = 0; k < 20_000; k++)
        {
            var words = lanes.Next();
            for (var lane = 0; lane < 16; lane++)
            {
                counts[words[lane] >> 28, (words[lane] >> 12) & 15]++;
            }
        }

        // Chi-square with 255 degrees of freedom; 370 is exceeded about once in 300 000 seeds.
        counts.Cast<int>().Sum(c => Math.Pow(c - 1250, 2) / 1250).ShouldBeLessThan(370);
    }

    [Fact]
    public void Purposes_do_not_share_numbers()
    {
        var first = Enum.GetValues<StreamPurpose>().Select(p => new RandomLanes(1, p, 0).Next()[0]).ToList();

        first.Distinct().Count().ShouldBe(first.Count);
    }

    private static double[] Numbers(ulong seed, long chunk)
    {
        var lanes = new RandomLanes(seed, StreamPurpose.Samples, chunk);
        return [.. Enumerable.Range(0, Draws).SelectMany(_ => Unit(lanes.Next()))];

        static IEnumerable<double> Unit(Vector512<uint> words) => Enumerable.Range(0, 16).Select(lane => words[lane] / 4294967296.0);
    }

    private static ulong Plain(ulong[] s, int g)
    {
        var (s0, s1, s2, s3) = (s[g], s[8 + g], s[16 + g], s[24 + g]);
        var result = ulong.RotateLeft(s0 + s3, 23) + s0;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        (s[g], s[8 + g], s[16 + g], s[24 + g]) = (s0, s1, s2, ulong.RotateLeft(s3, 45));
        return result;
    }
}
