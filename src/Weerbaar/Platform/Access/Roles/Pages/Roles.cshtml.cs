using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Roles.Pages;

/// <summary>What each role is for and brings.</summary>
public sealed class RolesModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public void OnGet() => Db.Actor.Need(Permission.ManagePeople);
}
