using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Where every way of signing in ends: a session, or a refusal that never says whether the person exists.</summary>
public sealed class SignInDesk(WeerbaarDb db, CurrentActor current, Ids ids, TimeProvider clock)
{
    /// <summary>From here on the request may check who somebody is, and nothing else.</summary>
    public void Open() => current.Actor = Actor.SignInDesk;

    public async Task<Session> WelcomeAsync(Person person, SignInMethod method, string device, CancellationToken ct)
    {
        var session = new Session(ids.Next(), person.Id, method, device, clock.GetUtcNow());
        person.Succeeded();
        db.Add(session);
        await db.SaveAsync(new Change("access.sign-in", method.ToString()), ct);
        return session;
    }

    /// <summary>Writes the attempt down and refuses. What was typed is not written: it may be somebody's password.</summary>
    public async Task<InvalidInput> RefuseAsync(Person? person, string why, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await (person is null
            ? db.RecordAsync(new Change("access.refused"), "person", "", Marking.DepartmentalConfidential, ct)
            : CountAsync(person.Id, ct));
        return new InvalidInput("", why);
    }

    /// <summary>Counts the attempt also when others are made at the same moment: guessing side by side gains nothing.</summary>
    private async Task CountAsync(string personId, CancellationToken ct)
    {
        try
        {
            (await db.GetAsync<Person>(personId, ct)).Failed(clock.GetUtcNow());
            await db.SaveAsync(new Change("access.refused"), ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await CountAsync(personId, ct);
        }
    }
}
