using System.ComponentModel.DataAnnotations;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>A judgement of the scenario as a whole on a form; without a best estimate nothing is judged.</summary>
public sealed class WholeForm : RangeForm
{
    [Display(Name = "assessment.field.note")]
    public Text Note { get; set; } = Text.Empty;

    public static WholeForm Of(long version, ClassRange? range, Text note) => new()
    {
        Version = version,
        Lower = range is { IsOne: false } ? range.Lower : null,
        Best = range?.Best,
        Upper = range is { IsOne: false } ? range.Upper : null,
        Note = note,
    };

    public JudgeScenario.Request ToRequest() => new() { Range = Range, Note = Note };

    /// <summary>An end left empty is the best estimate itself.</summary>
    private ClassRange? Range => Given(Best) is { } best
        ? new ClassRange(Given(Lower) ?? best, best, Given(Upper) ?? best)
        : Given(Lower) is null && Given(Upper) is null ? null : new ClassRange(Given(Lower) ?? "", "", Given(Upper) ?? "");
}
