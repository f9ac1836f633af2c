using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Weerbaar.Platform.Storage;

/// <summary>Moments are kept in UTC, to the microsecond, which is what both databases keep.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    moment => Cut(moment),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
{
    private static DateTime Cut(DateTimeOffset moment) => new(moment.UtcTicks / 10 * 10, DateTimeKind.Utc);
}
