using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Site;

/// <summary>Something that waits for the reader: what it is about, where to do it, by when, and the key of what to do.</summary>
public sealed record HomeTask(Text Title, string Href, DateOnly? Due, string WhatKey)
{
    /// <summary>Comes before all that has a day: without it the reader may not come back.</summary>
    public bool First { get; init; }

    /// <summary>The object it is about, with which its address ends; null where it is about none.</summary>
    public string? ObjectId => Href.Split('/') is [_, _, var id] ? id : null;

    /// <summary>What the words of what to do tell besides.</summary>
    public string[] Details { get; init; } = [];
}

/// <summary>
/// Finds what waits for the actor of the database; a step registers its own:
/// <c>services.AddSingleton&lt;FindHomeTasks&gt;(DueMeasures.FindAsync)</c>. Answer with nothing for who may not do it.
/// </summary>
public delegate Task<IReadOnlyList<HomeTask>> FindHomeTasks(WeerbaarDb db, DateOnly today, CancellationToken ct);
