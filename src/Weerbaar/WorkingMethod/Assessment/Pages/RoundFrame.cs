using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>What the pages of a round have around them: its state, and what a reader of any outcome must know of its edition.</summary>
public static class RoundFrame
{
    private const int mostNamed = 6;

    public static PageFrame ForRound(this ViewDataDictionary data, Texts texts, ObjectKinds kinds, RoundSheet sheet, string current = ObjectTabs.Content)
    {
        var status = RoundsModel.Status(sheet.Round, texts);
        var frame = data.ObjectFrame(texts, kinds, sheet.Round, current).State(status.Tone, status.Word, status.Icon);
        var edition = sheet.Edition.Edition;
        return edition.Unverified.Count() is > 0 and var unverified
            ? frame.Notice(NoticeKind.Unverified, texts["methods.unverified.short", unverified, edition.Parts.Count()], $"/method-editions/{edition.Id}", texts["methods.open"])
            : frame;
    }

    /// <summary>Says on a page about one judgement of a round that the round was invented.</summary>
    public static PageFrame Within(this PageFrame frame, Round round) => round.Invented ? frame.Notice(NoticeKind.Illustration) : frame;

    /// <summary>Which tables were not checked, criteria by their number; null when all were.</summary>
    public static string? Unverified(MethodEdition edition, Texts texts)
    {
        var criteria = edition.Criteria.Where(c => !c.Verified).Select(c => c.Id).ToList();
        var rules = edition.RuleParts.Where(p => !p.Provenance.Verified).Select(p => p.Part.Here()).ToList();
        string?[] parts =
        [
            criteria.Count == 0 ? null
                : criteria.Count > mostNamed ? texts["methods.unverified.many", criteria.Count, edition.Criteria.Count]
                : texts["methods.unverified.criteria", string.Join(", ", criteria)],
            rules.Count == 0 ? null : string.Join(", ", rules),
        ];
        var named = parts.OfType<string>().ToList();
        return named.Count == 0 ? null : texts["methods.unverified", string.Join("; ", named)];
    }
}
