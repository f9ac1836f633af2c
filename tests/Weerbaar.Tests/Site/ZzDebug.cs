namespace Weerbaar.Tests.Site;
public sealed class ZzDebug
{
    [Fact]
    public async Task D()
    {
        var pages = new SitePages(); await pages.InitializeAsync();
        Console.WriteLine("ZZZ");
        using var v = pages.Visitor();
        var a = await v.Get("/gallery");
        throw new InvalidOperationException(a.StatusCode + " " + (await a.Content.ReadAsStringAsync())[..400]);
    }
}
