using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Journal;

namespace Weerbaar.Platform.Storage;

internal sealed class IndexedObjectTable : IEntityTypeConfiguration<IndexedObject>
{
    public void Configure(EntityTypeBuilder<IndexedObject> table)
    {
        table.ToTable("indexed_object");
        table.HasKey(x => x.Id);
        table.Property(x => x.Id).HasMaxLength(80);
        table.Property(x => x.Kind).HasMaxLength(40);
        table.Ignore(x => x.FellFrom);
        table.HasIndex(x => x.Kind);
    }
}

internal sealed class ThreadLinkTable : IEntityTypeConfiguration<ThreadLink>
{
    public void Configure(EntityTypeBuilder<ThreadLink> table)
    {
        table.ToTable("thread_link");
        table.HasKey(x => new { x.FromId, x.ToId });
        table.Property(x => x.FromId).HasMaxLength(80);
        table.Property(x => x.ToId).HasMaxLength(80);
        table.HasIndex(x => x.ToId);
    }
}

internal sealed class JournalTable : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> table)
    {
        table.ToTable("journal_entry");
        table.HasKey(x => x.Seq);
        table.Property(x => x.Seq).ValueGeneratedNever();
        table.HasIndex(x => x.Prev).IsUnique();
        table.HasIndex(x => x.ObjectId);
    }
}
