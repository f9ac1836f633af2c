using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.Tests.Architecture;

/// <summary>The mathematics reads no files, looks at no clock and rolls no dice of its own.</summary>
public sealed class AnalysisTests
{
    private static readonly string[] assemblies = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "System.Net", "System.Console", "System.IO.FileSystem"];
    private static readonly string[] types = ["System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Random", "System.Console", "System.Environment"];
    private static readonly string[] members = ["System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid"];

    [Fact]
    public void Analysis_refers_to_no_web_database_file_clock_or_chance() =>
        Violations(typeof(MethodEdition).Assembly.Location, allowed: ["System.Environment"]).ShouldBeEmpty();

    [Fact]
    public void The_rule_bites_on_the_program_itself() =>
        Violations(typeof(Weerbaar.Platform.Server).Assembly.Location, allowed: []).ShouldContain(v => v.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    private static List<string> Violations(string path, string[] allowed)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        return [.. References(reader).Where(r =>
            !allowed.Contains(r) && (assemblies.Any(a => r.StartsWith(a, StringComparison.Ordinal)) || types.Contains(r) || members.Contains(r)))];
    }

    private static IEnumerable<string> References(MetadataReader reader)
    {
        foreach (var handle in reader.AssemblyReferences)
        {
            yield return reader.GetString(reader.GetAssemblyReference(handle).Name);
        }

        foreach (var handle in reader.TypeReferences)
        {
            yield return NameOf(reader, handle);
        }

        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference)
            {
                yield return $"{NameOf(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}";
            }
        }
    }

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}
