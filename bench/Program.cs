using System.Globalization;
using BenchmarkDotNet.Running;
using Weerbaar.Bench;

return args switch
{
    ["table", var n, var m] => AcceptabilityTiming.Table((int)Whole(n), (int)Whole(m)),
    ["smaa", var n, var m, var samples, var threads, .. var rest] =>
        AcceptabilityTiming.Run((int)Whole(n), (int)Whole(m), Whole(samples), (int)Whole(threads), rest.FirstOrDefault() ?? "plain"),
    ["compute", var n, var m, var samples, var rounds] => AcceptabilityTiming.Compute((int)Whole(n), (int)Whole(m), Whole(samples), (int)Whole(rounds)),
    ["panel", var experts, var seeds] => PanelTiming.Table((int)Whole(experts), (int)Whole(seeds)),
    ["experts", var experts, var seeds, var rounds] => PanelTiming.Run((int)Whole(experts), (int)Whole(seeds), (int)Whole(rounds)),
    ["words", var count, var threads] => AcceptabilityTiming.Words(Whole(count), (int)Whole(threads)),
    _ => Switch(args),
};

static int Switch(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}

static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
