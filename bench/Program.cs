using System.Globalization;
using BenchmarkDotNet.Running;
using Weerbaar.Bench;
using Weerbaar.Bench.Load;

return args switch
{
    ["table", var n, var m] => AcceptabilityTiming.Table((int)Whole(n), (int)Whole(m)),
    ["smaa", var n, var m, var samples, var threads, .. var rest] =>
        AcceptabilityTiming.Run((int)Whole(n), (int)Whole(m), Whole(samples), (int)Whole(threads), rest.FirstOrDefault() ?? "plain"),
    ["compute", var n, var m, var samples, var rounds] => AcceptabilityTiming.Compute((int)Whole(n), (int)Whole(m), Whole(samples), (int)Whole(rounds)),
    ["panel", var experts, var seeds] => PanelTiming.Table((int)Whole(experts), (int)Whole(seeds)),
    ["experts", var experts, var seeds, var rounds] => PanelTiming.Run((int)Whole(experts), (int)Whole(seeds), (int)Whole(rounds)),
    ["words", var count, var threads] => AcceptabilityTiming.Words(Whole(count), (int)Whole(threads)),
    ["usage", var link, var readers, var writers, var scenarios, var seconds, var process] =>
        await Usage.RunAsync(new Uri(link), (int)Whole(readers), (int)Whole(writers), (int)Whole(scenarios), (int)Whole(seconds), (int)Whole(process)),
    ["listen", var link, var listeners, var writers, var perSecond, var seconds] =>
        await Listening.RunAsync(new Uri(link), (int)Whole(listeners), (int)Whole(writers), (int)Whole(perSecond), (int)Whole(seconds)),
    ["crash", var program, var database, var data, var processes, var writers, var kills, var milliseconds, .. var restart] =>
        await CrashRun.RunAsync(program, database, data, (int)Whole(processes), (int)Whole(writers), (int)Whole(kills), TimeSpan.FromMilliseconds(Whole(milliseconds)), restart.FirstOrDefault()),
    _ => Switch(args),
};

static int Switch(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}

static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
