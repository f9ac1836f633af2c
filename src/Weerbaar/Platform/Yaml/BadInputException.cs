namespace Weerbaar.Platform.Yaml;

/// <summary>The input cannot be used; nothing was done with it.</summary>
public sealed class BadInputException(IReadOnlyList<InputError> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<InputError> Errors { get; } = errors;
}
