using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Threats;

internal sealed class ThreatTable : IEntityTypeConfiguration<Threat>
{
    public void Configure(EntityTypeBuilder<Threat> table)
    {
        table.IsMarked("threat");
        table.Property(x => x.IncidentCategories).AsJson();
        table.Property(x => x.Log).AsJson();
    }
}
