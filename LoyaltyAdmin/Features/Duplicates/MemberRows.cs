using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>Reads and writes the rows of the two members of a merge, past the change tracker, within the open transaction.</summary>
internal sealed class MemberRows(LoyaltyDbContext db, LedgerWriter writer, DateTime now)
{
    /// <summary>No ledger here makes new rows: it only tells what lots say.</summary>
    private static readonly LedgerNumbers None = new(
        () => throw new InvalidOperationException("A merge writes no entry by the ledger."),
        () => throw new InvalidOperationException("A merge makes no lot."));

    public async Task<Dictionary<long, Member>> MembersAsync(long[] ids, CancellationToken ct) =>
        await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);

    /// <summary>
    /// Writes two members. Their contacts are taken from both first, for each is unique and they may change hands.
    /// </summary>
    public async Task WriteAsync(Written one, Written other, CancellationToken ct)
    {
        long[] ids = [one.Member.Id, other.Member.Id];
        await db.Members.Where(m => ids.Contains(m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Phone, (string?)null).SetProperty(m => m.Email, (string?)null), ct);
        await WriteAsync(one, ct);
        await WriteAsync(other, ct);
    }

    /// <summary>Writes what the lots and the purchases now say on both accounts.</summary>
    public async Task WriteAccountsAsync(long[] members, Func<Account, Account, (long First, long Second)> debts, MemberFigures figures, CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking().Where(a => members.Contains(a.MemberId)).ToDictionaryAsync(a => a.MemberId, ct);
        long[] ids = [.. accounts.Values.Select(a => a.Id)];
        var lots = (await db.Lots.AsNoTracking().Where(l => ids.Contains(l.AccountId) && l.Remaining.Value > 0).ToListAsync(ct)).ToLookup(l => l.AccountId);
        var (first, second) = (accounts[members[0]], accounts[members[1]]);
        var (debtOfFirst, debtOfSecond) = debts(first, second);
        (first.Debt, second.Debt) = (new Domain.Values.Points(debtOfFirst), new Domain.Values.Points(debtOfSecond));
        var ledgers = accounts.Values.Select(a => new AccountLedger(a, lots[a.Id], [], now, None)).ToList();
        foreach (var ledger in ledgers)
        {
            figures.ApplyTo(ledger.Account);
            ledger.Project();
        }

        if (!await writer.WriteAsync(db, ledgers, new HashSet<long>(), ct))
        {
            throw new DbUpdateConcurrencyException("An account moved on though it was locked.");
        }
    }

    /// <summary>On the survivor's page: who went into it.</summary>
    public const string MergedFrom = "MergedFrom";

    /// <summary>How often points of an account were spent or taken by hand.</summary>
    public Task<int> SpendsAsync(long account, CancellationToken ct) =>
        db.LedgerEntries.CountAsync(e => e.AccountId == account && (e.Kind == EntryKind.Redemption || e.Kind == EntryKind.CorrectionDown), ct);

    /// <summary>Notes on a member's page which fields changed, and who stands for whom.</summary>
    /// <param name="memberId">The member.</param>
    /// <param name="before">The fields before.</param>
    /// <param name="after">The fields after.</param>
    /// <param name="bond">The name of the bond to the other member, with that member before and after.</param>
    /// <param name="reason">Why, in the person's words.</param>
    public void Note(long memberId, MergedValues before, MergedValues after, (string Name, long? Before, long? After) bond, string reason)
    {
        var was = new Dictionary<string, object?> { [bond.Name] = bond.Before };
        var became = new Dictionary<string, object?> { [bond.Name] = bond.After };
        foreach (var field in Enum.GetValues<MergeField>().Where(f => !Equals(before[f], after[f])))
        {
            var name = field == MergeField.Joined ? nameof(Member.JoinedAt) : field.ToString();
            (was[name], became[name]) = (before[field], after[field]);
        }

        db.AuditEntries.Add(new AuditEntry
        {
            At = now,
            Author = db.Author,
            Action = AuditAction.Changed,
            Subject = nameof(Member),
            SubjectId = memberId.ToString(CultureInfo.InvariantCulture),
            Before = JsonSerializer.Serialize(was, ConditionsJson.Options),
            After = JsonSerializer.Serialize(became, ConditionsJson.Options),
            Reason = reason,
        });
    }

    private async Task WriteAsync(Written written, CancellationToken ct)
    {
        var (member, values) = (written.Member, written.Values);
        (member.FirstName, member.LastName, member.BirthDate) = (values.FirstName, values.LastName, values.BirthDate);
        (member.Phone, member.Email, member.Channel) = (values.Phone, values.Email, values.Channel);
        (member.PhoneVerifiedAt, member.EmailVerifiedAt) = (values.PhoneVerifiedAt, values.EmailVerifiedAt);
        (member.AgreedToOffers, member.Note) = (values.AgreedToOffers, values.Note);
        member.SearchKey = MemberSearch.KeyOf(member);
        var rows = await db.Members.Where(m => m.Id == member.Id && m.Version == member.Version).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.FirstName, member.FirstName).SetProperty(m => m.LastName, member.LastName)
                .SetProperty(m => m.BirthDate, member.BirthDate).SetProperty(m => m.Phone, member.Phone).SetProperty(m => m.Email, member.Email)
                .SetProperty(m => m.PhoneVerifiedAt, member.PhoneVerifiedAt).SetProperty(m => m.EmailVerifiedAt, member.EmailVerifiedAt)
                .SetProperty(m => m.JoinedAt, values.JoinedAt).SetProperty(m => m.JoinedOn, values.JoinedOn)
                .SetProperty(m => m.Channel, member.Channel).SetProperty(m => m.AgreedToOffers, member.AgreedToOffers).SetProperty(m => m.Note, member.Note)
                .SetProperty(m => m.SearchKey, member.SearchKey).SetProperty(m => m.GivenNameKey, member.GivenNameKey)
                .SetProperty(m => m.Status, written.Status).SetProperty(m => m.MergedIntoId, written.Into)
                .SetProperty(m => m.Version, m => m.Version + 1),
            ct);
        if (rows != 1)
        {
            throw new DbUpdateConcurrencyException($"Member {member.Id} was changed meanwhile.");
        }
    }

    /// <summary>A member as read, with what is to be written.</summary>
    public sealed record Written(Member Member, MergedValues Values, MemberStatus Status, long? Into);
}
