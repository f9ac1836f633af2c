using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Emergency;

/// <summary>That somebody opened one object above their clearance, why, and until when. Seen by who may see the object.</summary>
public sealed class EmergencyOpening : Part
{
    private EmergencyOpening()
    {
    }

    public EmergencyOpening(string id, string objectId, Actor who, string reason, DateTimeOffset at, TimeSpan time)
    {
        (Id, ObjectId, PersonId, PersonName) = (id, objectId, who.Id, who.Name);
        (Reason, At, Until) = (reason, at, at + time);
    }

    /// <summary>Who may do it is asked of opening and of ending; who opens may do little else.</summary>
    public override Permission NeededToWrite => Permission.Read;

    public override IReadOnlyList<string> OwnerIds => [ObjectId];

    [Owner]
    public string ObjectId { get; private set; } = "";

    public string PersonId { get; private set; } = "";

    [Personal]
    public string PersonName { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>When it ends by itself, or ended.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>The name of who ended it before its time; empty otherwise.</summary>
    [PersonName]
    public string EndedBy { get; private set; } = "";

    /// <summary>The name of who looked whether it was right; empty until somebody did.</summary>
    [PersonName]
    public string CheckedBy { get; private set; } = "";

    public bool IsOpen(DateTimeOffset now) => now < Until;

    /// <summary>It is open, and of the one who asks; or who asks answers for the object.</summary>
    public bool MayEnd(Actor actor, bool answers, DateTimeOffset now) => IsOpen(now) && (PersonId == actor.Id || answers);

    /// <summary>Nobody looked yet; and nobody looks whether they were right themselves.</summary>
    public bool MayCheck(Actor actor, bool answers) => CheckedBy.Length == 0 && PersonId != actor.Id && answers;

    public void End(string by, DateTimeOffset now) => (EndedBy, Until) = IsOpen(now) ? (by, now) : (EndedBy, Until);

    public void Check(string by) => CheckedBy = by;
}

internal sealed class EmergencyOpeningTable : IEntityTypeConfiguration<EmergencyOpening>
{
    public void Configure(EntityTypeBuilder<EmergencyOpening> table)
    {
        table.ToTable("emergency_opening");
        table.Property(x => x.ObjectId).HasMaxLength(80);
        table.Property(x => x.PersonId).HasMaxLength(80);
        table.HasIndex(x => x.ObjectId);
        table.HasIndex(x => x.PersonId);
    }
}
