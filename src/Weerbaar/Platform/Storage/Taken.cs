using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Storage;

/// <summary>What is being made is there already: a form posted twice, or two people at the same moment.</summary>
public sealed class AlreadyThere(Exception? refused = null) : Exception("There is already one.", refused);

/// <summary>
/// Turns the database's refusal of a second one into words. Asking first whether there is one leaves a gap between the
/// question and the write; the unique index leaves none.
/// </summary>
internal static class Taken
{
    private const string field = "taken:field";
    private const string key = "taken:key";

    /// <summary>There can be one, and a second is refused as a mistake in a field, with the sentence under a key.</summary>
    public static void IsUniqueOr<T>(this IndexBuilder<T> index, string wrongField, string sentence) =>
        index.IsUnique().HasAnnotation(field, wrongField).HasAnnotation(key, sentence);

    /// <summary>What the refusal means; null when it is about something else.</summary>
    public static Exception? Meaning(DbUpdateException refused, IModel model)
    {
        if (!IsDuplicate(refused.InnerException))
        {
            return null;
        }

        var index = model.GetEntityTypes().SelectMany(e => e.GetIndexes()).FirstOrDefault(i => i.FindAnnotation(key) is not null && IsAbout(refused.InnerException, i));
        return index is null ? new AlreadyThere(refused) : new InvalidInput((string)index[field]!, (string)index[key]!);
    }

    private static bool IsDuplicate(Exception? cause) =>
        cause is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>PostgreSQL names the index, SQLite the table and its columns.</summary>
    private static bool IsAbout(Exception? cause, IIndex index) => cause is PostgresException postgres
        ? postgres.ConstraintName == index.GetDatabaseName()
        : cause!.Message.Contains($": {index.DeclaringEntityType.GetTableName()}.{index.Properties[0].GetColumnName()}'", StringComparison.Ordinal);
}
