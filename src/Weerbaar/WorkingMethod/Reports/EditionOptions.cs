using System.CommandLine;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Organisations;

namespace Weerbaar.WorkingMethod.Reports;

/// <summary>What the verbs share that let something out of the program.</summary>
internal static class EditionOptions
{
    public static Option<string> Marking { get; } = new("--marking")
    {
        Description = $"The highest marking that may be in it: {string.Join(", ", Edition.Markings)}",
        DefaultValueFactory = _ => "public",
    };

    public static Option<string?> Recipient { get; } = new("--recipient")
    {
        Description = "The code of the organisation it is for, such as BZK; asked for above public",
    };

    /// <summary>Whom it is for; above public somebody must be named.</summary>
    /// <exception cref="BadUse">Nobody is named, or an organisation there is not.</exception>
    public static string? RecipientOf(ParseResult parsed)
    {
        var (marking, recipient) = (MarkingOf(parsed), parsed.GetValue(Recipient));
        BadUse.Unless(recipient is null || new OrganisationCatalogue().Find(recipient) is not null, $"There is no organisation '{recipient}'. Give its code, such as BZK.");
        BadUse.Unless(marking == Platform.Access.Marking.Public || recipient is not null,
            $"What is marked up to {Edition.WordOf(marking)} leaves only for somebody: say for whom with --recipient and the code of an organisation, such as BZK. The journal keeps it. Nothing was written.");
        return recipient;
    }

    public static Marking MarkingOf(ParseResult parsed)
    {
        var asked = parsed.GetValue(Marking)!;
        return Edition.Markings.Contains(asked)
            ? Edition.ReadMarking(asked)
            : throw new BadUse($"There is no marking '{asked}'. Choose from {string.Join(", ", Edition.Markings)}.");
    }
}
