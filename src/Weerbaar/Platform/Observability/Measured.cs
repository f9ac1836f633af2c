using System.Diagnostics.Metrics;

namespace Weerbaar.Platform.Observability;

/// <summary>What the program measures of itself, besides what the framework and the database driver do.</summary>
public sealed class Measured
{
    public const string Name = "Weerbaar";

    private readonly Counter<long> told;
    private readonly Counter<long> jobs;

    public Measured(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        told = meter.CreateCounter<long>("weerbaar.live.events", description: "Changes told to connected browsers.");
        jobs = meter.CreateCounter<long>("weerbaar.jobs.runs", description: "Runs of jobs.");
        meter.CreateObservableGauge("weerbaar.live.connections", () => Listening(), description: "Browsers that listen for changes.");
    }

    /// <summary>How many browsers listen; set by what lets them.</summary>
    public Func<int> Listening { get; set; } = () => 0;

    public void Told(int browsers) => told.Add(browsers);

    public void Ran(string job, bool succeeded) => jobs.Add(1, new KeyValuePair<string, object?>("job", job), new("succeeded", succeeded));
}
