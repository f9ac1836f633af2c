using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Capabilities;

internal sealed class CapabilityAdviceTable : IEntityTypeConfiguration<CapabilityAdvice>
{
    public void Configure(EntityTypeBuilder<CapabilityAdvice> table)
    {
        table.IsMarked("capability_advice");
        table.Property(x => x.Phases).AsJson();
        table.Property(x => x.Leads).AsJson();
    }
}
