namespace Weerbaar.Platform.Site;

/// <summary>What the bar above every page shows: the cycle and round, what waits for the reader, and a crisis in progress.</summary>
public sealed record FrameStatus(
    string? Where = null, string? WhereHref = null, int NeedsMe = 0, string NeedsMeHref = "/", string? Crisis = null, string? CrisisHref = null)
{
    /// <summary>The cycle of the page, and where another is chosen.</summary>
    public string? Cycle { get; init; }

    public string? CycleHref { get; init; }
}

/// <summary>Reads the <see cref="FrameStatus"/> for a request. Register one; without it the bar shows none of this.</summary>
public delegate Task<FrameStatus> ReadFrameStatus(HttpContext http);

/// <summary>Keeps a signed-in person's choice of language (setting and claim). Without it only the cookie is set.</summary>
public delegate Task RememberLanguage(HttpContext http, string language);
