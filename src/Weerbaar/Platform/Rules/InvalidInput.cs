namespace Weerbaar.Platform.Rules;

/// <summary>A field of a request is wrong: which one, and the key of the sentence that says why and what to do.</summary>
public sealed record FieldError(string Field, string Key, params object?[] Values);

/// <summary>All that is wrong with a request, reported together; answered as 400.</summary>
public sealed class InvalidInput(IReadOnlyList<FieldError> errors) : Exception(string.Join("; ", errors.Select(e => $"{e.Field}: {e.Key}")))
{
    public InvalidInput(string field, string key, params object?[] values)
        : this([new FieldError(field, key, values)])
    {
    }

    public IReadOnlyList<FieldError> Errors { get; } = errors;
}

/// <summary>Collects what is wrong with a request before anything is done with it.</summary>
public sealed class InputCheck
{
    private readonly List<FieldError> errors = [];

    public FieldError? First => errors.FirstOrDefault();

    public InputCheck Require(bool holds, string field, string key, params object?[] values)
    {
        if (!holds)
        {
            errors.Add(new FieldError(field, key, values));
        }

        return this;
    }

    public void ThrowIfAny()
    {
        if (errors.Count > 0)
        {
            throw new InvalidInput([.. errors.Take(InputLimits.MostErrors)]);
        }
    }
}
