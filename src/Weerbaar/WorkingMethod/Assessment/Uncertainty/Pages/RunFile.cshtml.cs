using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

/// <summary>A file of a run, with the wishes of the pages that offer it.</summary>
[SendsFile]
public sealed class RunFileModel(WeerbaarDb db, Texts texts, RunFiles files) : StepPage(db, texts)
{
    public async Task<IActionResult> OnGetAsync(
        string id, string file, long? samples, double? error, ulong? seed, string? weights, string? sampling, string? value, bool? within, string? one, string? other, CancellationToken ct)
    {
        if (ModelState.FirstOrDefault(w => w.Value is { Errors.Count: > 0 }) is { Value: { } wrong, Key: var key })
        {
            throw new InvalidInput(key, "uncertainty.error.unread", key, wrong.AttemptedValue ?? "");
        }

        var options = GetUncertainty.Options(error is null ? samples : null, error, seed, weights, sampling, value, within);
        var made = await files.MakeAsync(id, file, options, one, other, ct);
        return File(made.Content, made.MediaType, made.Name);
    }
}
