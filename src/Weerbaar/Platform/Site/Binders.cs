using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Weerbaar.Platform.Rules;

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
        var typed = (value.FirstValue ?? "").Trim().ReplaceLineEndings("\n");
        return Typed.Refuse(binding.ModelState, name, new InputCheck().Plain(name, typed)) ? "" : typed;
    }
}

/// <summary>Lets through to the usual binder only what a check of what was typed finds nothing wrong with.</summary>
internal sealed class CheckedBinder(IModelBinder usual, Func<InputCheck, string, InputCheck> look) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (!Typed.Refuse(bindingContext.ModelState, bindingContext.ModelName, value.Aggregate(new InputCheck(), look)))
        {
            return usual.BindModelAsync(bindingContext);
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        return Task.CompletedTask;
    }
}

/// <summary>Lets through only days that can be meant, however the usual binder read them.</summary>
internal sealed class DayBinder(IModelBinder usual) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await usual.BindModelAsync(bindingContext);
        if (bindingContext.Result.Model is DateOnly day && Typed.Refuse(bindingContext.ModelState, bindingContext.ModelName, new InputCheck().Day("", day)))
        {
            bindingContext.Result = ModelBindingResult.Failed();
        }
    }
}

internal static class Typed
{
    public static bool Refuse(ModelStateDictionary state, string name, InputCheck check)
    {
        if (check.First is { } wrong)
        {
            state.TryAddModelError(name, new Texts()[wrong.Key, wrong.Values]);
        }

        return check.First is not null;
    }
}

internal sealed class Binders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(Text) ? new TextBinder()
            : type == typeof(decimal) || type == typeof(double) || type == typeof(float) ? new NumberBinder()
            : type == typeof(string) ? new CheckedBinder(new SimpleTypeModelBinder(type, Log(context)), (check, typed) => check.Plain("", typed))
            : type == typeof(DateOnly) ? new DayBinder(new SimpleTypeModelBinder(context.Metadata.ModelType, Log(context)))
            : type.IsEnum ? new CheckedBinder(new EnumTypeModelBinder(true, context.Metadata.ModelType, Log(context)), (check, typed) => IsWord(check, type, typed))
            : null;
    }

    private static InputCheck IsWord(InputCheck check, Type type, string typed) =>
        check.Require(typed.Length == 0 || EnumWords.Find(type, typed) is not null, "", "site.invalid.value");

    private static ILoggerFactory Log(ModelBinderProviderContext context) => context.Services.GetRequiredService<ILoggerFactory>();
}

/// <summary>
/// A field that was left empty is an empty text, and null only where the property says that it may be: the usual null in
/// a <c>string</c> that can't be null, or in a list of them, is found out far from the form.
/// </summary>
internal sealed class EmptyTexts : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType == typeof(string) && context.Key.MetadataKind != ModelMetadataKind.Parameter && !MayBeNull(context.Key.PropertyInfo))
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }

    private static bool MayBeNull(PropertyInfo? property) =>
        property is not null && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
}
