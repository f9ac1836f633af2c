using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Weerbaar.Platform.Storage;

/// <summary>Tables and columns in snake_case on both databases, so that SQL by hand needs no quotes.</summary>
internal static partial class Names
{
    public static void SnakeCase(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.GetTableName()!));
            NameColumns(entity);
            foreach (var key in entity.GetKeys())
            {
                key.SetName(Snake(key.GetName()!));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Snake(index.GetDatabaseName()!));
            }
        }
    }

    public static string Snake(string name) => Words().Replace(name, "_$1").ToLowerInvariant();

    private static void NameColumns(IMutableTypeBase type, string prefix = "")
    {
        foreach (var property in type.GetProperties())
        {
            property.SetColumnName(prefix + Snake(property.Name));
        }

        foreach (var complex in type.GetComplexProperties())
        {
            NameColumns(complex.ComplexType, $"{prefix}{Snake(complex.Name)}_");
            if (complex.ComplexType.GetProperties().ToList() is [var only])
            {
                only.SetColumnName(prefix + Snake(complex.Name));
            }
        }
    }

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex Words();
}
