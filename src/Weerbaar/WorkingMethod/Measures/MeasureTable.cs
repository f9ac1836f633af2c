using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Measures;

internal sealed class MeasureTable : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> table)
    {
        table.IsMarked("measure");
        table.Property(x => x.Leads).AsJson();
        table.Property(x => x.Partners).AsJson();
        table.Property(x => x.Progress).AsJson();
        table.HasIndex(x => x.Due);
    }
}
