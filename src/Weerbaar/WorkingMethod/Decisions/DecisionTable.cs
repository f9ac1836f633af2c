using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Decisions;

internal sealed class DecisionTable : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> table)
    {
        table.IsMarked("decision");
        table.Property(x => x.Adopts).AsJson();
        table.Property(x => x.BasisId).HasMaxLength(80);
        table.Property(x => x.Basis!).AsJson().IsRequired(false);
    }
}
