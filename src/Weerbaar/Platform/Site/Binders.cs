using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Weerbaar.Platform.Site;

/// <summary>
/// Reads a fraction typed with a comma or a point, in either language. A thousands sign is refused, because
/// <c>1.234</c> means two different numbers to a Dutch and an English reader.
/// </summary>
internal sealed class NumberBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var typed = value.FirstValue?.Trim() ?? "";
        if (typed.Length > 0)
        {
            Read(bindingContext, typed);
        }
        else if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, new Texts()["site.invalid.missing"]);
        }

        return Task.CompletedTask;
    }

    private static void Read(ModelBindingContext binding, string typed)
    {
        var number = Parse(typed, binding.ModelMetadata.UnderlyingOrModelType);
        if (number is null)
        {
            binding.ModelState.TryAddModelError(binding.ModelName, new Texts()["site.invalid.number"]);
            return;
        }

        binding.Result = ModelBindingResult.Success(number);
    }

    private static object? Parse(string typed, Type type)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var text = typed.Replace(',', '.');
        if (type == typeof(decimal))
        {
            return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var exact) ? exact : null;
        }

        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return null;
        }

        return type == typeof(float) ? (float)number : number;
    }
}

/// <summary>Reads <see cref="Text"/> from the fields <c>name.Nl</c> and <c>name.En</c>.</summary>
internal sealed class TextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var nl = Field(bindingContext, nameof(Text.Nl));
        var en = Field(bindingContext, nameof(Text.En));
        if (nl is not null || en is not null)
        {
            bindingContext.Result = ModelBindingResult.Success(new Text(nl ?? "", en ?? ""));
        }

        return Task.CompletedTask;
    }

    private static string? Field(ModelBindingContext binding, string part)
    {
        var name = ModelNames.CreatePropertyModelName(binding.ModelName, part);
        var value = binding.ValueProvider.GetValue(name);
        if (value == ValueProviderResult.None)
        {
            return null;
        }

        binding.ModelState.SetModelValue(name, value);
        return value.FirstValue?.Trim().ReplaceLineEndings("\n") ?? "";
    }
}

internal sealed class Binders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(Text) ? new TextBinder()
            : type == typeof(decimal) || type == typeof(double) || type == typeof(float) ? new NumberBinder()
            : null;
    }
}
