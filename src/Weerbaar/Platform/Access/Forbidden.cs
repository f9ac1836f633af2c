namespace Weerbaar.Platform.Access;

/// <summary>The actor lacks a permission. Answered as 403; never says whether the object exists.</summary>
public sealed class Forbidden(Permission permission) : Exception($"This needs the permission {permission}.")
{
    public Permission Permission { get; } = permission;
}
