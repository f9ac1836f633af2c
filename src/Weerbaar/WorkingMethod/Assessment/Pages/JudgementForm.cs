using System.ComponentModel.DataAnnotations;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>A judgement on a form: the three classes, why, and what was filled in to compute the class from.</summary>
public sealed class JudgementForm : RangeForm
{
    [Display(Name = "assessment.field.reason")]
    public Text Reason { get; set; } = Text.Empty;

    [Display(Name = "assessment.field.source")]
    public Text Document { get; set; } = Text.Empty;

    [Display(Name = "assessment.field.paragraph")]
    public Text Paragraph { get; set; } = Text.Empty;

    public string? Address { get; set; }

    /// <summary>The best class was computed from the inputs, which are kept with the judgement.</summary>
    [Display(Name = "assessment.field.rests-on-inputs")]
    public bool RestsOnInputs { get; set; }

    public Dictionary<string, string?> Amounts { get; set; } = [];

    public Dictionary<string, string?> Steps { get; set; } = [];

    public Dictionary<string, string?> Marks { get; set; } = [];

    public Dictionary<string, string?> Classes { get; set; } = [];

    public List<string> Corrections { get; set; } = [];

    public static JudgementForm Of(CriterionJudgement? judgement) => judgement is null ? new() : new()
    {
        Version = judgement.Version,
        Lower = judgement.Range.Lower,
        Best = judgement.Range.Best,
        Upper = judgement.Range.Upper,
        Reason = judgement.Reason,
        Document = judgement.Source.Document,
        Paragraph = judgement.Source.Paragraph,
        Address = judgement.Source.Address,
        RestsOnInputs = judgement.Input is not null,
        Amounts = judgement.Input?.Amounts.ToDictionary(a => a.Key, a => (string?)InputNumbers.Write(a.Value)) ?? [],
        Steps = judgement.Input?.Steps.ToDictionary(a => a.Key, a => (string?)a.Value) ?? [],
        Marks = judgement.Input?.Marks.ToDictionary(a => a.Key, a => (string?)a.Value) ?? [],
        Classes = judgement.Input?.Classes.ToDictionary(a => a.Key, a => (string?)a.Value) ?? [],
        Corrections = [.. judgement.Input?.Corrections ?? []],
    };

    public JudgeCriterion.Request ToRequest(Criterion criterion) => new()
    {
        Lower = Given(Lower) ?? Given(Best) ?? "",
        Best = Given(Best) ?? "",
        Upper = Given(Upper) ?? Given(Best) ?? "",
        Reason = Reason,
        Source = new Citation(Document, Paragraph, Address ?? ""),
        Input = RestsOnInputs ? ToInput(criterion) : null,
    };

    /// <summary>What was filled in; an amount goes before a step on the same axis.</summary>
    public JudgementInput ToInput(Criterion criterion)
    {
        var known = criterion.Tables.SelectMany(t => t.Axes).Select(a => a.Id).ToHashSet();
        var amounts = Filled(Amounts).Where(a => known.Contains(a.Key)).ToDictionary(a => a.Key, a => InputNumbers.Read(a.Key, a.Value));
        return new JudgementInput(
            amounts,
            Filled(Steps).Where(s => known.Contains(s.Key) && !amounts.ContainsKey(s.Key)).ToDictionary(),
            Filled(Marks).ToDictionary(), Filled(Classes).ToDictionary(), Corrections);
    }

    private static IEnumerable<KeyValuePair<string, string>> Filled(Dictionary<string, string?> fields) =>
        fields.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => KeyValuePair.Create(f.Key, f.Value!.Trim()));
}
