using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Uncertainty.Sampling;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// Draws and ranks chunks of samples, one worker a thread. Sixteen samples stand side by side; a value becomes a key of
/// its distance below the highest possible value in whole steps, with the alternative's number in the low bits, and a
/// sorting network puts the keys in order. Values within one step of each other are shuffled, so ties are fair.
/// </summary>
internal sealed unsafe class AcceptabilityWorker : IDisposable
{
    private const int Lanes = RandomLanes.Lanes;

    private readonly ScorePlan plan;
    private readonly SamplingPlan sampling;
    private readonly Lattice? lattice;
    private readonly RankTable table;
    private readonly ValueKey key;
    private readonly int alternatives;
    private readonly int criteria;
    private readonly int rows;
    private readonly TieShuffle ties;
    private readonly uint[] ranks;
    private readonly uint[] wins;
    private readonly long[] valueSteps;
    private readonly Vector512<float>* weights;
    private readonly Vector512<float>* scores;
    private readonly Vector512<float>* joint;
    private readonly Vector512<float>* values;
    private readonly Vector512<uint>* keys;
    private readonly Vector512<uint>* steps;
    private readonly CentralCount central;
    private long uncounted;

    internal AcceptabilityWorker(ScorePlan plan, SamplingPlan sampling, Lattice? lattice)
    {
        (this.plan, this.sampling, this.lattice) = (plan, sampling, lattice);
        (alternatives, criteria) = (plan.Input.Alternatives, plan.Input.Criteria);
        key = new ValueKey(plan.Input);
        table = new RankTable(alternatives);
        ranks = new uint[alternatives * alternatives];
        wins = new uint[alternatives * alternatives];
        Tally = new AcceptabilityTally(alternatives, criteria, lattice?.Size ?? 0);
        valueSteps = new long[alternatives];
        weights = Vectors<float>(criteria);
        scores = Vectors<float>(criteria);
        joint = Vectors<float>(plan.Joint.Count);
        rows = SortingNetwork.RowsFor(alternatives);
        keys = Vectors<uint>(rows);
        for (var r = 0; r < rows; r++)
        {
            keys[r] = Vector512<uint>.AllBitsSet;
        }

        values = Vectors<float>(alternatives);
        ties = new TieShuffle(alternatives, key.IndexMask);
        steps = Vectors<uint>(alternatives);
        central = new CentralCount(alternatives, criteria);
    }

    internal AcceptabilityTally Tally { get; }

    public void Dispose()
    {
        table.Dispose();
        NativeMemory.AlignedFree(weights);
        NativeMemory.AlignedFree(scores);
        NativeMemory.AlignedFree(joint);
        NativeMemory.AlignedFree(keys);
        NativeMemory.AlignedFree(values);
        ties.Dispose();
        NativeMemory.AlignedFree(steps);
        central.Dispose();
    }

    /// <summary>Draws and counts one chunk.</summary>
    internal void Run(long chunk)
    {
        var draw = plan.Input.Weights.Draw(sampling.Seed, chunk);
        var order = new RandomSequence(sampling.Seed, StreamPurpose.Ties, chunk);
        if (lattice is null)
        {
            var lanes = new RandomLanes(sampling.Seed, StreamPurpose.Samples, chunk);
            Run(ref lanes, draw, ref order, sampling.SizeOf(chunk));
        }
        else
        {
            var lanes = new LatticeLanes(lattice, sampling.Seed, chunk);
            Run(ref lanes, draw, ref order, sampling.SizeOf(chunk));
            CloseReplicate();
        }
    }

    /// <summary>Brings the counts of the last chunks into the tally.</summary>
    internal void Close()
    {
        Move(ranks, Tally.Ranks, []);
        Move(wins, Tally.Wins, []);
        MoveSums();
        uncounted = 0;
    }

    private void MoveSums()
    {
        central.MoveTo(Tally.Central, Tally.CentralSquares);
        for (var i = 0; i < alternatives; i++)
        {
            Tally.ValueSteps[i] += valueSteps[i];
            valueSteps[i] = 0;
        }
    }

    private static Vector512<T>* Vectors<T>(int count)
    {
        var bytes = (nuint)(64 * Math.Max(1, count));
        var memory = NativeMemory.AlignedAlloc(bytes, 64);
        NativeMemory.Clear(memory, bytes);
        return (Vector512<T>*)memory;
    }

    private static void Move(uint[] from, long[] into, long[] squares)
    {
        for (var k = 0; k < from.Length; k++)
        {
            into[k] += from[k];
        }

        for (var k = 0; k < squares.Length; k++)
        {
            squares[k] += (long)from[k] * from[k];
        }

        Array.Clear(from);
    }

    private void CloseReplicate()
    {
        Tally.Replicates++;
        for (var i = 0; i < alternatives; i++)
        {
            Tally.ValueLattices.Add(i, valueSteps[i], lattice!.Size);
        }

        central.AddTo(Tally.CentralLattices, ranks);
        MoveSums();
        Move(ranks, Tally.Ranks, Tally.RankSquares);
        Move(wins, Tally.Wins, Tally.WinSquares);
        uncounted = 0;
    }

    private void Run<TLanes>(ref TLanes lanes, WeightDraw draw, ref RandomSequence order, int samples)
        where TLanes : struct, IUniformLanes
    {
        for (var done = 0; done < samples; done += table.Samples)
        {
            Block(ref lanes, draw, ref order, Math.Min(table.Samples, samples - done));
        }

        Tally.Samples += samples;
        if ((uncounted += samples) > 1 << 30)
        {
            Close();
        }
    }

    private void Block<TLanes>(ref TLanes lanes, WeightDraw draw, ref RandomSequence order, int samples)
        where TLanes : struct, IUniformLanes
    {
        for (var at = 0; at < samples; at += Lanes)
        {
            Draw(ref lanes, draw, Math.Min(Lanes, samples - at));
            SortingNetwork.Sort(keys, rows);
            ties.Shuffle(keys, ref order);
            table.Put(keys, key.IndexMask, at);
            central.Add((uint*)keys, key.IndexMask, weights, Math.Min(Lanes, samples - at));
        }

        FlushSteps();
        table.Count(samples, ranks, wins);
    }

    private void Draw<TLanes>(ref TLanes lanes, WeightDraw draw, int valid)
        where TLanes : struct, IUniformLanes
    {
        draw.Fill(ref lanes, new Span<Vector512<float>>(weights, criteria));
        if (plan.Joint.Count > 0)
        {
            plan.Joint.Fill(ref lanes, new Span<Vector512<float>>(joint, plan.Joint.Count));
        }

        if (plan.IsThreePoint)
        {
            ScoreLanes.ThreePointValues(plan.ThreePoints, criteria, ref lanes, weights, values);
        }
        else
        {
            Values(ref lanes);
        }

        lanes.NextSamples();
        ToKeys(valid);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Values<TLanes>(ref TLanes lanes)
        where TLanes : struct, IUniformLanes
    {
        for (var i = 0; i < alternatives; i++)
        {
            ScoreLanes.Fill(plan, i, ref lanes, joint, scores);
            if (NarrowLanes.AreUsed)
            {
                NarrowLanes.Weigh((float*)weights, (float*)scores, criteria, fromZero: false, (float*)(values + i));
                continue;
            }

            var sum = weights[0] * scores[0];
            for (var m = 1; m < criteria; m++)
            {
                sum = Vector512.FusedMultiplyAdd(weights[m], scores[m], sum);
            }

            values[i] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ToKeys(int valid)
    {
        // Copies, so that they stay in registers.
        var (scale, bits) = (key, key.IndexBits);
        Vector512<uint>* to = keys, sums = steps;
        var from = values;
        var counted = Vector512.LessThan(Vector512<uint>.Indices, Vector512.Create((uint)valid));
        var index = Vector512<uint>.Zero;
        for (nint i = 0; i < alternatives; i++, index += Vector512<uint>.One)
        {
            var distance = scale.Distance(from[i]);
            sums[i] += distance & counted;
            to[i] = (distance << bits) | index;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FlushSteps()
    {
        for (var i = 0; i < alternatives; i++)
        {
            var (low, high) = Vector512.Widen(steps[i]);
            valueSteps[i] += (long)(Vector512.Sum(low) + Vector512.Sum(high));
            steps[i] = Vector512<uint>.Zero;
        }
    }
}
