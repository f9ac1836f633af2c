using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;

namespace Weerbaar.Tests.Architecture;

/// <summary>Which role may call which route, as published and as the program has it.</summary>
public sealed class RoleMatrixTests
{
    private static readonly string published = Path.Combine(SourceTree.Root, "docs", "role-matrix.md");

    [Fact]
    public async Task The_published_role_matrix_is_that_of_the_program()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        var now = Matrix(site) + await PageMatrix.OfAsync(site);
        if (Environment.GetEnvironmentVariable("UPDATE_ROLE_MATRIX") == "1")
        {
            await File.WriteAllTextAsync(published, now);
        }

        (await File.ReadAllTextAsync(published)).ShouldBe(now, "docs/role-matrix.md is old. Renew it: UPDATE_ROLE_MATRIX=1 dotnet test tests/Weerbaar.Tests --filter RoleMatrixTests");
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory, MemberData(nameof(Roles))]
    public async Task A_route_answers_who_the_matrix_refuses_with_403_and_nobody_else(Role role)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var person = await site.SignInAsync(role);

        foreach (var (method, path, permission) in Routes(site))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
            using var answer = await person.SendAsync(request);
            (answer.StatusCode != System.Net.HttpStatusCode.Forbidden).ShouldBe(role.Permissions().Contains(permission), $"{role} {method} {path}: {answer.StatusCode}");
        }
    }

    private static string Matrix(TestSite site)
    {
        var roles = Enum.GetValues<Role>();
        var text = new StringBuilder("# Who may call what\n\nMade from the program by a test, which fails when this is old. A route asks for one permission; a role has permissions.\nWhat an answer holds is bounded by the reader's clearance besides. This is for a role that holds everywhere: where it holds for one\norganisation or object, what is about others is refused, and what is of the whole program too: ");
        text.AppendJoin(", ", PermissionReach.Whole.Order()).Append(".\n\n");
        text.Append("| Route | Permission | ").AppendJoin(" | ", roles).Append(" |\n| --- | --- |").Append(string.Concat(roles.Select(_ => " --- |"))).Append('\n');
        foreach (var (method, path, permission) in Routes(site))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{method} {path}` | {permission} |").Append(string.Concat(roles.Select(r => r.Permissions().Contains(permission) ? " yes |" : " – |"))).Append('\n');
        }

        return text.ToString();
    }

    private static List<(string Method, string Path, Permission Permission)> Routes(TestSite site) =>
        [.. site.Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => (m, e.RoutePattern.RawText!, e.Metadata.GetMetadata<NeedsPermission>()!.Permission)))
            .OrderBy(r => r.Item2, StringComparer.Ordinal).ThenBy(r => r.m, StringComparer.Ordinal)];
}
