using Weerbaar.Platform.Site;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.Services.AddSite();

var app = builder.Build();
app.UseSite();
app.MapSite();
app.Run();
