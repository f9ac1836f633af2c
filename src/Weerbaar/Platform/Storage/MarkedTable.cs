using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Weerbaar.Platform.Storage;

/// <summary>The columns every marked object has; a step's table begins with them.</summary>
public static class MarkedTable
{
    public static EntityTypeBuilder<T> IsMarked<T>(this EntityTypeBuilder<T> table, string name) where T : MarkedObject
    {
        table.ToTable(name);
        table.Property(x => x.Source).AsJson();
        table.Property(x => x.RestsOn).AsJson();
        return table;
    }
}
