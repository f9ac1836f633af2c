using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Weerbaar.Platform.Observability;

/// <summary>
/// Adds up what is measured and writes it as text in the format that Prometheus reads (version 0.0.4). Histograms have fixed
/// bounds. Labels are only those named here: an address, with an id in it, is never one.
/// </summary>
public sealed class PrometheusText : IDisposable
{
    private static readonly double[] bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private static readonly HashSet<string> meters =
        [Measured.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"];

    private static readonly HashSet<string> labels =
        ["http.route", "http.request.method", "http.response.status_code", "job", "succeeded", "gc.heap.generation", "state", "db.client.connection.state"];

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(string Name, string Labels), Series> series = new();

    private sealed record Series(Instrument Instrument)
    {
        public double Sum;
        public long[] Counts { get; } = new long[bounds.Length + 1];
    }

    public PrometheusText()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (meters.Contains(instrument.Meter.Name))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var group in series.OrderBy(s => s.Key.Name, StringComparer.Ordinal).ThenBy(s => s.Key.Labels, StringComparer.Ordinal).GroupBy(s => s.Key.Name))
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {group.Key} {TypeOf(group.First().Value.Instrument)}\n");
            foreach (var ((name, labelled), one) in group)
            {
                Write(text, name, labelled, one);
            }
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var one = series.GetOrAdd((NameOf(instrument), LabelsOf(tags)), _ => new Series(instrument));
        lock (one)
        {
            if (TypeOf(instrument) == "histogram")
            {
                var at = Array.FindIndex(bounds, bound => value <= bound);
                one.Counts[at < 0 ? bounds.Length : at]++;
            }

            one.Sum = instrument.IsObservable ? value : one.Sum + value;
        }
    }

    private static void Write(StringBuilder text, string name, string labelled, Series one)
    {
        lock (one)
        {
            if (TypeOf(one.Instrument) != "histogram")
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{Braced(labelled)} {one.Sum}\n");
                return;
            }

            var below = 0L;
            for (var at = 0; at <= bounds.Length; at++)
            {
                below += one.Counts[at];
                var bound = at < bounds.Length ? bounds[at].ToString(CultureInfo.InvariantCulture) : "+Inf";
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{Braced(labelled, $"le=\"{bound}\"")} {below}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"{name}_sum{Braced(labelled)} {one.Sum}\n{name}_count{Braced(labelled)} {below}\n");
        }
    }

    private static string Braced(params string[] some) => string.Join(',', some.Where(s => s.Length > 0)) is { Length: > 0 } all ? $"{{{all}}}" : "";

    private static string TypeOf(Instrument instrument)
    {
        var kind = instrument.GetType().GetGenericTypeDefinition();
        return kind == typeof(Histogram<>) ? "histogram"
            : kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>) ? "counter"
            : "gauge";
    }

    private static string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return instrument.Name.Replace('.', '_') + unit + (TypeOf(instrument) == "counter" ? "_total" : "");
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var some = new List<string>();
        foreach (var (name, value) in tags)
        {
            if (labels.Contains(name))
            {
                var words = Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
                some.Add($"{name.Replace('.', '_')}=\"{words}\"");
            }
        }

        some.Sort(StringComparer.Ordinal);
        return string.Join(',', some);
    }
}
