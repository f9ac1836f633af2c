using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;
using Weerbaar.Platform.Limits;

namespace Weerbaar.Platform.Site;

/// <summary>The site: pages in feature folders, two languages, strict headers, the frame and its parts.</summary>
public static class Site
{
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddSingleton<Texts>();
        services.AddSingleton<ViteManifest>();
        services.AddHttpContextAccessor();
        services.AddLocalization();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "antiforgery";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options => (options.Cookie.Name, options.Cookie.SecurePolicy) = ("once", CookieSecurePolicy.SameAsRequest));
        services.Configure<RazorViewEngineOptions>(options => options.PageViewLocationFormats.Add("/Platform/Site/Pages/{0}.cshtml"));
        services.AddRazorPages(options =>
            {
                options.RootDirectory = "/";
                options.Conventions.AllowAnonymousToFolder("/Platform/Site/Pages");
            })
            .AddMvcOptions(options =>
            {
                options.ModelBinderProviders.Insert(0, new Binders());
                options.ModelMetadataDetailsProviders.Add(new ValidationWords());
                options.ModelMetadataDetailsProviders.Add(new EmptyTexts());
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                ValidationWords.Into(options);
            })
            .AddDataAnnotationsLocalization(options =>
                options.DataAnnotationLocalizerProvider = (_, _) => new TextsLocalizer(new Texts()));
        return services;
    }

    /// <summary>
    /// The pipeline, in the only order that works: headers, error pages, routing, who is it, in which language, may they.
    /// </summary>
    public static WebApplication UseSite(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseWhen(http => !Api.Api.IsForProgram(http), pages =>
        {
            pages.UseExceptionHandler("/error/500");
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        app.UseAddressLimit();
        app.UseRouting();
        if (app.Services.GetService<IAuthenticationSchemeProvider>() is not null)
        {
            app.UseAuthentication();
        }

        app.UsePersonLimit();
        app.UseRequestLocalization(Languages.Options());
        app.UseAuthorization();
        return app;
    }

    public static WebApplication MapSite(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
