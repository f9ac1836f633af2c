namespace Weerbaar.Analysis.Scales;

internal static class IndexOfItem
{
    public static int IndexOf<T>(this IReadOnlyList<T> items, T item)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(items[i], item))
            {
                return i;
            }
        }

        throw new ArgumentException("The item is not in the list.", nameof(item));
    }
}
