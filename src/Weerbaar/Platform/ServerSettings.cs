using System.Net;
using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Platform.Limits;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform;

/// <summary>What a server or a verb that uses the database needs to know.</summary>
public sealed record ServerSettings
{
    public required Database Database { get; init; }

    /// <summary>Where the program keeps what is not in the database: method editions of one's own, and by default the SQLite file.</summary>
    public required string DataFolder { get; init; }

    public string Url { get; init; } = "http://localhost:5080";

    /// <summary>The address people use, when it is another than where the program listens: a proxy stands before it.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>To serve over TLS without a proxy; null where a proxy does that.</summary>
    public ServedCertificate? Certificate { get; init; }

    /// <summary>The networks of the proxies that are believed about whom they ask for, besides one on this machine.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>How many requests a minute; null takes them from the configuration.</summary>
    public RequestLimits? Limits { get; init; }

    /// <summary>Signing in with the account people have at their organisation; null where there is none.</summary>
    public OpenIdSettings? OpenId { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the shipped methods and examples are.</summary>
    public string ProgramFolder { get; init; } = AppContext.BaseDirectory;

    /// <summary>Where metrics are given, apart from the site; null when nowhere.</summary>
    public string? MetricsUrl { get; init; }

    /// <summary>This process does what is planned: backups, tidying up.</summary>
    public bool DoesJobs { get; init; }

    public bool Development { get; init; }

    /// <summary>The URN that events name this installation by.</summary>
    public string EventSource { get; init; } = Environment.GetEnvironmentVariable("WEERBAAR_EVENT_SOURCE") is { Length: > 0 } urn ? urn : "urn:nld:weerbaar:systeem:journaal";

    /// <summary>The file with the key that signs checkpoints of the journal, where it is not in the data folder.</summary>
    public string? JournalKeyFile { get; init; } = Environment.GetEnvironmentVariable("WEERBAAR_JOURNAL_KEY") is { Length: > 0 } file ? file : null;

    /// <summary>The highest marking this installation may hold.</summary>
    public MarkingCeiling Ceiling { get; init; } = MarkingCeiling.Default;

    /// <summary><c>$WEERBAAR_DATA</c>, or a folder <c>weerbaar</c> among the user's data.</summary>
    public static string DefaultDataFolder() =>
        Environment.GetEnvironmentVariable("WEERBAAR_DATA") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "weerbaar");

    public static ServerSettings In(string dataFolder, string? database) => new()
    {
        DataFolder = Path.GetFullPath(dataFolder),
        Ceiling = MarkingCeiling.Read(Environment.GetEnvironmentVariable(MarkingCeiling.Variable)),
        Database = database is null ? Database.Sqlite(Path.Combine(dataFolder, "weerbaar.sqlite")) : Database.Parse(database),
    };
}
