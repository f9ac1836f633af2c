using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Markings;

/// <summary>
/// Who may see what, as the database filters it: the marking that holds today is at most the clearance, and what is released
/// to named organisations is seen by their people alone; what was opened in an emergency besides. The day comes in as a
/// parameter of each query, so a marking falls at the same moment in every list, count and drawing, on both databases.
/// </summary>
internal static class MarkingFilters
{
    /// <summary>The words under which the journal files what is about an object or belongs to one.</summary>
    private static readonly string[] kindsOfObjects =
    [
        .. typeof(Stored).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Part))).Select(t => Names.Snake(t.Name)),
        .. typeof(Stored).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(MarkedObject)))
            .Select(t => ((MarkedObject)RuntimeHelpers.GetUninitializedObject(t)).Kind),
    ];

    /// <summary>Those entries that are about objects or what belongs to one. What else there is has ids of its own, and one may be the same.</summary>
    public static IQueryable<JournalEntry> AboutObjects(this IQueryable<JournalEntry> entries) => entries.Where(e => kindsOfObjects.Contains(e.Kind));

    /// <summary>Whether an entry of this kind is about an object or what belongs to one.</summary>
    public static bool IsOfObject(string kind) => kindsOfObjects.Contains(kind);

    /// <summary>What nearly all rows answer to comes first and says no more than the rest: the database looks no further then.</summary>
    public static Expression<Func<IndexedObject, bool>> OfIndex(WeerbaarDb db) => o =>
        (o.Marking <= db.Clearance && o.ReleasedTo == "")
        || (o.Marking <= db.Ceiling.Highest && db.Opened.Contains(";" + o.Id + ";"))
        || ((o.Marking <= db.Clearance || (o.MarkedUntil != null && o.MarkedUntil <= db.Today && o.FallsTo <= db.Clearance))
            && (o.ReleasedTo == "" || db.SeesEverything || db.Releases.Any(r => o.ReleasedTo.Contains(r)))
            && (o.ReleasedTo == "" || db.Recipient == null || o.ReleasedTo.Contains(db.Recipient)));

    /// <summary>The same for the objects themselves.</summary>
    public static LambdaExpression OfObjects(WeerbaarDb db, Type type)
    {
        var index = OfIndex(db);
        var row = Expression.Parameter(type, "row");
        return Expression.Lambda(new Onto(index.Parameters[0], row).Visit(index.Body), row);
    }

    /// <summary>Of an object that can be seen now; or, for who is cleared for everything, of what is no object at all.</summary>
    public static Expression<Func<JournalEntry, bool>> OfEntries(WeerbaarDb db) => e => (e.Marking <= db.Clearance || (e.Marking <= db.Ceiling.Highest && db.Opened.Contains(";" + e.ObjectId + ";")))
        && (db.SeesEverything
            || (db.IsFullyCleared && !kindsOfObjects.Contains(e.Kind))
            || (kindsOfObjects.Contains(e.Kind) && db.Objects.Any(o => o.Id == e.ObjectId) && (e.AlsoOf == "" || db.Objects.Any(o => o.Id == e.AlsoOf))));

    /// <summary>Reads from another parameter the properties of the same name.</summary>
    private sealed class Onto(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == from ? Expression.Property(to, node.Member.Name) : base.VisitMember(node);
    }
}
