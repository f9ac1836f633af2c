using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

/// <summary>What the pages about the uncertainty of a round share: the wishes in the address, the run, and how long it may take.</summary>
public abstract class UncertaintyPage(WeerbaarDb db, Texts texts, EditionCatalogue editions, UncertaintyRuns runs) : StepPage(db, texts)
{
    protected static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    [BindProperty(SupportsGet = true)]
    public long? Samples { get; set; }

    /// <summary>The error to reach; then as many samples are drawn as that takes, and <see cref="Samples"/> does not count.</summary>
    [BindProperty(SupportsGet = true)]
    public double? Error { get; set; }

    [BindProperty(SupportsGet = true)]
    public ulong? Seed { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Weights { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Value { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sampling { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Within { get; set; }

    public RoundSheet Sheet { get; private set; } = null!;

    /// <summary>Null while the run is under way, or when there is nothing to run.</summary>
    public RoundUncertainty? Result { get; private set; }

    /// <summary>Share of the run done, while it is under way.</summary>
    public double? Done { get; private set; }

    /// <summary>What is wrong with the wishes in the address, or why there is nothing to run.</summary>
    public string? Problem { get; private set; }

    public RunOptions Options => GetUncertainty.Options(Error is null ? Samples : null, Error, Seed, Empty(Weights), Empty(Sampling), Empty(Value), Within);

    /// <summary>Everything worked out from the result, in the reader's words.</summary>
    public UncertaintyWords Words => new(Sheet, Result!, T);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        Sheet = await RoundSheet.LoadAsync(Db, editions, id, ct);
        try
        {
            RequireRead();
            await RunAsync(ct);
        }
        catch (InvalidInput wrong)
        {
            Problem = string.Join(" ", wrong.Errors.Select(e => T[e.Key, e.Values]));
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (BrokenRule rule)
        {
            Problem = T[rule.Key, rule.Values];
        }

        return Page();
    }

    /// <summary>Stops the run and shows what the usual number of samples says.</summary>
    public async Task<IActionResult> OnPostCancelAsync(string id, CancellationToken ct)
    {
        var sheet = await RoundSheet.LoadAsync(Db, editions, id, ct);
        runs.Cancel(RoundModels.Of(sheet, Options, ct), Options);
        (Samples, Error) = (null, null);
        return Redirect(Href(Path));
    }

    /// <summary>The address of this page, without the wishes.</summary>
    public string Path => Request.Path.Value ?? "";

    /// <summary>This page with the same wishes, and perhaps more.</summary>
    public string Here(params (string Name, string? Value)[] more) => Href(Path, more);

    /// <summary>This page with the same wishes but other weights.</summary>
    public string WithWeights(string weights) => Path + Query(Kept.Where(w => w.Name != "weights").Append(("weights", weights)));

    /// <summary>A page of this round with the same wishes, and perhaps more.</summary>
    public string Href(string path, params (string Name, string? Value)[] more) => path + Query(Kept.Concat(more));

    /// <summary>The wishes in the address that are not the usual ones.</summary>
    public IEnumerable<(string Name, string? Value)> Kept => new (string Name, string? Value)[]
    {
        ("samples", Samples == RunOptions.UsualSamples || Error is not null ? null : Samples?.ToString(CultureInfo.InvariantCulture)),
        ("error", Error?.ToString("0.################", CultureInfo.InvariantCulture)),
        ("seed", Seed == 1 ? null : Seed?.ToString(CultureInfo.InvariantCulture)),
        ("weights", Weights), ("value", Value), ("sampling", Sampling == "mc" ? null : Sampling), ("within", Within is true ? "true" : null),
    }.Where(w => !string.IsNullOrEmpty(w.Value));

    /// <summary>A file of the run with the same wishes, and perhaps more.</summary>
    public string FileHref(string file, params (string Name, string? Value)[] more) => Href($"/rounds/{Uri.EscapeDataString(Sheet.Round.Id)}/uncertainty/files/{file}", more);

    protected UncertaintyRuns Runs => runs;

    /// <summary>What a page works out besides, once the run is done.</summary>
    protected virtual Task WithResultAsync(SharedRun<RoundUncertainty> run, CancellationToken ct) => Task.CompletedTask;

    private static QueryString Query(IEnumerable<(string Name, string? Value)> wishes) =>
        QueryString.Create(wishes.Where(w => !string.IsNullOrEmpty(w.Value)).Select(w => KeyValuePair.Create(w.Name, w.Value)));

    /// <summary>Wishes in the address that are no number; an answer to another question than was asked would be worse.</summary>
    private void RequireRead()
    {
        var check = new InputCheck();
        foreach (var (wish, sent) in ModelState.Where(wish => wish.Value is { Errors.Count: > 0 }))
        {
            check.Require(false, wish, "uncertainty.error.unread", wish.ToLowerInvariant(), sent!.AttemptedValue);
        }

        check.ThrowIfAny();
    }

    private async Task RunAsync(CancellationToken ct)
    {
        Options.Plan();
        var run = runs.Ask(RoundModels.Of(Sheet, Options, ct), Options);
        if (await runs.IsDoneAsync(run, AtOnce, ct))
        {
            Result = await UncertaintyRuns.ResultOfAsync(run);
            await WithResultAsync(run, ct);
            return;
        }

        Done = Wait(run);
    }

    /// <summary>Has the page come back for a run under way, and says how far it is.</summary>
    protected double Wait<T>(SharedRun<T> run)
    {
        Response.Headers["Refresh"] = "1";
        return run.Done;
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
