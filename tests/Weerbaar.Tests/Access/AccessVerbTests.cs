using Weerbaar.Tests.CommandLine;

namespace Weerbaar.Tests.Access;

/// <summary><c>weerbaar access</c>, as an operator uses it.</summary>
public sealed class AccessVerbTests : IDisposable
{
    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task It_says_what_a_person_may_do_and_who_may_see_and_change_an_object()
    {
        (await RunAsync("load", Path.Combine(WeerbaarProcess.Examples, "nl-2007"))).Code.ShouldBe(0);
        (await RunAsync("invite")).Code.ShouldBe(0);
        var person = await RunAsync("access", "Administrator@localhost");
        var product = await RunAsync("access", "nl-2007.product-explorations");
        var nobody = await RunAsync("access", "nobody@example.org");

        person.Code.ShouldBe(0, person.Error);
        person.Output.ShouldContain("manage people: because of the role administrator, everywhere, given by Administration (command line) on ");
        product.Code.ShouldBe(0, product.Error);
        product.Output.ShouldStartWith("product nl-2007.product-explorations, Public");
        product.Output.ShouldContain("  Administrator: sees up to");
        product.Output.ShouldContain("plan the cycle: because of the role administrator, everywhere");
        nobody.ShouldBeRefused("There is no person and no object 'nobody@example.org'");
    }

    private Task<WeerbaarProcess.Ended> RunAsync(params string[] words) => program.RunAsync([.. words, "--data", program.Data]);
}
