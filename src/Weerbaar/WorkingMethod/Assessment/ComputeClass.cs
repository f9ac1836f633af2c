using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>Lets an edition's tables find the class of a criterion from what is known: amounts, steps, indicators.</summary>
public static class ComputeClass
{
    public sealed record View(string Class, Words Reason, bool Verified);

    /// <exception cref="InvalidInput">Too little is given, or something the tables do not know.</exception>
    public static CriterionReading Of(Criterion criterion, JudgementInput input, MethodEdition edition)
    {
        try
        {
            return criterion.Read(
                new CriterionInput
                {
                    Amounts = input.Amounts,
                    Steps = input.Steps,
                    Marks = input.Marks,
                    Classes = input.Classes,
                    Corrections = input.Corrections,
                },
                edition.Impact);
        }
        catch (MethodInputException refused)
        {
            throw new InvalidInput(refused.Field, "assessment.error.method", refused.Problem.Here());
        }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/method-editions/{editionId}/criteria/{criterion}/class", (
                string editionId, string criterion, JudgementInput input, EditionCatalogue editions) =>
            {
                var edition = editions.Find(editionId)?.Edition ?? throw new NotThere("edition", editionId);
                var judged = edition.FindCriterion(criterion) ?? throw new NotThere("criterion", criterion);
                var reading = Of(judged, input, edition);
                return new View(reading.Class.Id, reading.Reason, judged.Verified);
            })
            .Needs(Permission.Read).WithName("computeClass").WithSummary("Compute the class of a criterion from its inputs");
}
