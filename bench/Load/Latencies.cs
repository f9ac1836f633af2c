using System.Collections.Concurrent;
using System.Globalization;

namespace Weerbaar.Bench.Load;

/// <summary>How long things took, by name, and what went wrong.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> took = new();
    private readonly ConcurrentDictionary<string, int> wrong = new();

    public int Errors => wrong.Values.Sum();

    public void Add(string name, TimeSpan time) => took.GetOrAdd(name, _ => new()).Enqueue(time.TotalMilliseconds);

    public void Wrong(string what) => wrong.AddOrUpdate(what, 1, (_, before) => before + 1);

    public void Print()
    {
        Console.WriteLine("| what | number | p50 ms | p95 ms | p99 ms | most ms |\n| --- | --- | --- | --- | --- | --- |");
        foreach (var (name, times) in took.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var sorted = times.Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {sorted.Length} | {At(sorted, 0.5):0.0} | {At(sorted, 0.95):0.0} | {At(sorted, 0.99):0.0} | {sorted[^1]:0.0} |"));
        }

        Console.WriteLine($"Errors: {Errors}");
        foreach (var (what, number) in wrong)
        {
            Console.WriteLine($"  {number} × {what}");
        }
    }

    private static double At(double[] sorted, double part) => sorted[Math.Min(sorted.Length - 1, (int)(part * sorted.Length))];
}
