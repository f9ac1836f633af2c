namespace Weerbaar.Platform.Rules;

/// <summary>A rule of the working method says no. The key names the rule's sentence in the interface texts; answered as 409.</summary>
public sealed class BrokenRule(string key, params object?[] values) : Exception(key)
{
    public string Key { get; } = key;

    public object?[] Values { get; } = values;
}
