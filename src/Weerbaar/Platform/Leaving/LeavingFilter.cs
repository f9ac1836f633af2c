using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Leaving;

/// <summary>
/// Every file a page sends passes here. What is public goes at once. Anything else is first shown as it would leave, under
/// the same address; whoever saw it and named a recipient gets exactly that, known by its fingerprint.
/// </summary>
internal sealed class LeavingFilter(DepartureDesk desk, Texts texts, IModelMetadataProvider metadata) : IAsyncResultFilter
{
    public const string Seen = "seen";
    public const string Recipient = "recipient";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (desk.File is not null)
        {
            var departure = await desk.WeighAsync(http.RequestAborted);
            if (context.Result is not FileContentResult file)
            {
                await desk.RecordAsync(departure with { Reaches = [] }, "–", http.RequestAborted);
            }
            else if (!http.AsksToLeave())
            {
                throw new InvalidOperationException($"The page that sends {desk.File.Verb} does not say that it does: put [SendsFile] on it.");
            }
            else if (Answer(http, departure, file) is { } instead)
            {
                context.Result = instead;
            }
            else
            {
                await desk.RecordAsync(departure, http.Request.Query[Recipient], http.RequestAborted);
            }
        }

        await next();
    }

    /// <summary>What to answer in place of the file; null when it may go.</summary>
    private IActionResult? Answer(HttpContext http, Departure departure, FileContentResult file)
    {
        var (recipient, print) = (http.Request.Query[Recipient].ToString(), Fingerprint(file));
        try
        {
            if (!desk.Lets(departure.Highest) || recipient.Length > 0)
            {
                desk.Check(departure, recipient);
            }
        }
        catch (BrokenRule rule)
        {
            desk.Keep();
            http.RefuseOnPage(StatusCodes.Status403Forbidden, "", rule.Key, rule.Values);
            return new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
        catch (InvalidInput wrong)
        {
            return Preview(departure, file, print, recipient, texts[wrong.Errors[0].Key, wrong.Errors[0].Values]);
        }

        var seen = http.Request.Query[Seen].ToString();
        return departure.IsFree || (recipient.Length > 0 && seen == print) ? null
            : Preview(departure, file, print, recipient, seen.Length > 0 && seen != print ? texts["leaving.changed"] : null);
    }

    private ViewResult Preview(Departure departure, FileContentResult file, string print, string recipient, string? problem) => new()
    {
        ViewName = "/Platform/Leaving/Pages/_Preview.cshtml",
        ViewData = new ViewDataDictionary<LeavingPreview>(metadata, new ModelStateDictionary())
        {
            Model = new LeavingPreview(departure, file, print, desk.RecipientsOf(departure), recipient, problem),
        },
    };

    /// <summary>Of the content that was shown; of what the file is made from, where making it twice gives other bytes.</summary>
    private string Fingerprint(FileContentResult file) => Convert.ToHexStringLower(
        SHA256.HashData(desk.File!.MadeFrom is { } source ? Encoding.UTF8.GetBytes(source) : file.FileContents))[..32];
}

/// <summary>A file as it would leave, to be looked at first.</summary>
/// <param name="Recipients">Who may have it; nobody, when a label or a list in it leaves nobody.</param>
public sealed record LeavingPreview(
    Departure Departure, FileContentResult File, string Fingerprint, IReadOnlyList<Organisation> Recipients, string Recipient, string? Problem)
{
    /// <summary>As many lines of a text are shown.</summary>
    public const int MostLines = 200;

    private static readonly string[] texts = ["text/", "application/json", "application/x-ndjson"];

    public bool IsText => texts.Any(t => File.ContentType.StartsWith(t, StringComparison.Ordinal));

    public bool IsPicture => File.ContentType.StartsWith("image/", StringComparison.Ordinal);

    public IReadOnlyList<string> Lines => Encoding.UTF8.GetString(File.FileContents).TrimStart('\uFEFF').TrimEnd().Split('\n');

    public string PictureAddress => $"data:{File.ContentType};base64,{Convert.ToBase64String(File.FileContents)}";
}
