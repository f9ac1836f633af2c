using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>
/// What the framework's passkey handler needs to know of people, and no more: it reads through here;
/// what it finds is written by the verbs, on the one save path.
/// </summary>
internal sealed class PersonStore(WeerbaarDb db) : IUserPasskeyStore<Person>
{
    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        db.Set<Person>().FirstOrDefaultAsync(p => p.Id == userId, cancellationToken);

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Set<Person>().FirstOrDefaultAsync(p => p.Email == normalizedUserName, cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken)
    {
        var passkeys = await db.Set<Passkey>().AsNoTracking().Where(p => p.PersonId == user.Id).ToListAsync(cancellationToken);
        return [.. passkeys.Select(p => p.ToCredential())];
    }

    public async Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Passkey.IdOf(credentialId);
        var passkey = await db.Set<Passkey>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellationToken);
        return passkey is null ? null : await FindByIdAsync(passkey.PersonId, cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Passkey.IdOf(credentialId);
        var passkey = await db.Set<Passkey>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.PersonId == user.Id, cancellationToken);
        return passkey?.ToCredential();
    }

    public Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Unwritten();

    public Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) => throw Unwritten();

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => throw Unwritten();

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) => throw Unwritten();

    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) => throw Unwritten();

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken) => throw Unwritten();

    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) => throw Unwritten();

    public void Dispose()
    {
    }

    private static NotSupportedException Unwritten() => new("People are written by the verbs of this folder.");
}
