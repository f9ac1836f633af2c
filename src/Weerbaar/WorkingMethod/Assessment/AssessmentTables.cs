using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Assessment;

internal sealed class RoundTable : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> table)
    {
        table.IsMarked("round");
        table.Property(x => x.EditionId).HasMaxLength(60);
        table.Property(x => x.ScenarioIds).AsJson();
    }
}

internal sealed class AssessedScenarioTable : IEntityTypeConfiguration<AssessedScenario>
{
    public void Configure(EntityTypeBuilder<AssessedScenario> table)
    {
        table.ToTable("assessed_scenario");
        table.Property(x => x.RoundId).HasMaxLength(80);
        table.Property(x => x.ScenarioId).HasMaxLength(80);
        table.Property(x => x.Likelihood!).AsJson();
        table.Property(x => x.Overall!).AsJson();
        table.Property(x => x.Source).AsJson();
        table.HasIndex(x => x.RoundId);
        table.HasIndex(x => x.ScenarioId);
    }
}

internal sealed class CriterionJudgementTable : IEntityTypeConfiguration<CriterionJudgement>
{
    public void Configure(EntityTypeBuilder<CriterionJudgement> table)
    {
        table.ToTable("criterion_judgement");
        table.Property(x => x.RoundId).HasMaxLength(80);
        table.Property(x => x.ScenarioId).HasMaxLength(80);
        table.Property(x => x.Criterion).HasMaxLength(20);
        table.Property(x => x.Range).AsJson();
        table.Property(x => x.Source).AsJson();
        table.Property(x => x.Input!).AsJson();
        table.HasIndex(x => x.RoundId);
        table.HasIndex(x => x.ScenarioId);
    }
}
