using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace Weerbaar.Platform.Site;

/// <summary>Our words for what is wrong with a field, in the reader's language, saying what to do.</summary>
internal sealed class ValidationWords : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule is { ErrorMessage: null, ErrorMessageResourceName: null })
            {
                rule.ErrorMessage = KeyOf(rule);
            }
        }
    }

    public static void Into(MvcOptions options)
    {
        var texts = new Texts();
        var words = options.ModelBindingMessageProvider;
        words.SetValueMustNotBeNullAccessor(_ => texts["site.invalid.missing"]);
        words.SetMissingBindRequiredValueAccessor(_ => texts["site.invalid.missing"]);
        words.SetMissingKeyOrValueAccessor(() => texts["site.invalid.missing"]);
        words.SetMissingRequestBodyRequiredValueAccessor(() => texts["site.invalid.missing"]);
        words.SetAttemptedValueIsInvalidAccessor((_, _) => texts["site.invalid.value"]);
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["site.invalid.value"]);
        words.SetUnknownValueIsInvalidAccessor(_ => texts["site.invalid.value"]);
        words.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["site.invalid.value"]);
        words.SetValueIsInvalidAccessor(_ => texts["site.invalid.value"]);
        words.SetValueMustBeANumberAccessor(_ => texts["site.invalid.number"]);
        words.SetNonPropertyValueMustBeANumberAccessor(() => texts["site.invalid.number"]);
    }

    private static string KeyOf(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "site.invalid.missing",
        StringLengthAttribute => "site.invalid.length",
        MaxLengthAttribute => "site.invalid.maxlength",
        MinLengthAttribute => "site.invalid.minlength",
        RangeAttribute => "site.invalid.range",
        EmailAddressAttribute => "site.invalid.email",
        UrlAttribute => "site.invalid.url",
        CompareAttribute => "site.invalid.compare",
        _ => "site.invalid.value",
    };
}

/// <summary>Lets data annotations name interface texts by key; a name that is no key is taken as the words themselves.</summary>
internal sealed class TextsLocalizer(Texts texts) : IStringLocalizer
{
    public LocalizedString this[string name] =>
        Texts.All.ContainsKey(name) ? new LocalizedString(name, texts[name]) : new LocalizedString(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments] =>
        Texts.All.ContainsKey(name) ? new LocalizedString(name, texts[name, arguments]) : new LocalizedString(name, name, resourceNotFound: true);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Texts.All.Keys.Select(key => this[key]);
}
