using System.Globalization;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>The vital interests by code, as the methods name them; who keeps the methods gives them.</summary>
/// <param name="ToDescribe">Those a scenario describes its consequences for.</param>
/// <param name="All">Every interest of every method: the same code may stand in more than one.</param>
public sealed record VitalInterests(IReadOnlyList<Interest> ToDescribe, IReadOnlyList<Interest> All)
{
    /// <summary>The name of an interest, or its code where no method has it.</summary>
    public string Name(string id) => ToDescribe.Concat(All).FirstOrDefault(i => i.Id == id)
        ?.Name.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? id;
}
