namespace Weerbaar.Tests;

/// <summary>The clock of the machine, which a test can put forward.</summary>
public sealed class MovableClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Move(TimeSpan time) => ahead += time;
}
