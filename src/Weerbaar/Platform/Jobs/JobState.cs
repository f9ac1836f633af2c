using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Jobs;

/// <summary>How a run of a job ended.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Succeeded">Whether it did its work.</param>
/// <param name="Said">What came of it, or why nothing did.</param>
/// <param name="Node">The machine and process that did it.</param>
/// <param name="TakenOver">Another process had begun and stopped in the middle.</param>
public sealed record JobEnd(DateTimeOffset StartedAt, DateTimeOffset EndedAt, bool Succeeded, string Said, string Node, bool TakenOver);

/// <summary>How a job stands: its last run, and how often it failed since it last succeeded.</summary>
public sealed class JobState : Stored
{
    private const int longest = 500;

    private JobState()
    {
    }

    public JobState(string job) => Id = job;

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset EndedAt { get; private set; }

    public bool Succeeded { get; private set; }

    public string Said { get; private set; } = "";

    public string Node { get; private set; } = "";

    public bool TakenOver { get; private set; }

    /// <summary>How often it failed since it last succeeded.</summary>
    public int Failures { get; private set; }

    public override Permission NeededToWrite => Permission.ManagePeople;

    public void Note(JobEnd end)
    {
        (StartedAt, EndedAt, Succeeded, Node, TakenOver) = (end.StartedAt, end.EndedAt, end.Succeeded, end.Node, end.TakenOver);
        Said = end.Said.Length <= longest ? end.Said : end.Said[..longest];
        Failures = end.Succeeded ? 0 : Failures + 1;
    }
}

internal sealed class JobStateTable : IEntityTypeConfiguration<JobState>
{
    public void Configure(EntityTypeBuilder<JobState> table)
    {
        table.ToTable("job_state");
        table.Property(x => x.Said).HasMaxLength(500);
        table.Property(x => x.Node).HasMaxLength(200);
    }
}
