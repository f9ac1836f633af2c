using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Cycle;

internal sealed class ProductTable : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> table)
    {
        table.IsMarked("product");
        table.Property(x => x.Lead).HasMaxLength(40);
        table.HasIndex(x => x.Due);
    }
}
