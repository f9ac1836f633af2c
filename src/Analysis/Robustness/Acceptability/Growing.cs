namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>Numbers put one after the other while a plan is made. A list of the runtime would be compiled for them at every start.</summary>
internal sealed class Growing<T>
{
    private T[] items = new T[64];

    internal int Count { get; private set; }

    /// <summary>Puts an item at the end and says its place.</summary>
    internal int Add(T item)
    {
        if (Count == items.Length)
        {
            var larger = new T[2 * items.Length];
            Array.Copy(items, larger, Count);
            items = larger;
        }

        items[Count] = item;
        return Count++;
    }

    internal T[] ToArray()
    {
        var exact = new T[Count];
        Array.Copy(items, exact, Count);
        return exact;
    }
}
