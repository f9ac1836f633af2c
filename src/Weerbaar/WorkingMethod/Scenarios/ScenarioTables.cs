using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios;

internal sealed class ScenarioTable : IEntityTypeConfiguration<Scenario>
{
    public void Configure(EntityTypeBuilder<Scenario> table)
    {
        table.IsMarked("scenario");
        table.Ignore(x => x.Description);
        table.Property(x => x.Consequences).AsJson();
        table.Property(x => x.Assumptions).AsJson();
        table.Property(x => x.PlanningAssumptions).AsJson();
        table.Property(x => x.Sources).AsJson();
    }
}

internal sealed class ScenarioVersionTable : IEntityTypeConfiguration<ScenarioVersion>
{
    public void Configure(EntityTypeBuilder<ScenarioVersion> table)
    {
        table.ToTable("scenario_version");
        table.Property(x => x.ScenarioId).HasMaxLength(80);
        table.ComplexProperty(x => x.Reason).Ignore(reason => reason.En);
        table.Property(x => x.Description).AsJson();
        table.HasIndex(x => x.ScenarioId);
    }
}
