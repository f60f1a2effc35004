using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>Why a merge cannot be taken back; null where it can.</summary>
internal static class UnmergeCheck
{
    public static async Task<Rejection?> RunAsync(LoyaltyDbContext db, MemberMerge merge, CancellationToken ct)
    {
        if (await db.Members.Where(m => m.Id == merge.TargetId).Select(m => m.MergedIntoId).SingleAsync(ct) is { } survivor)
        {
            return DuplicateRejections.SurvivorMerged(await NameOfAsync(db, survivor, ct));
        }

        if (await db.MemberMerges.Where(m => m.TargetId == merge.TargetId && m.UndoneAt == null && m.Id > merge.Id).OrderByDescending(m => m.Id)
            .Select(m => (long?)m.SourceId).FirstOrDefaultAsync(ct) is { } later)
        {
            return DuplicateRejections.LaterFirst(await NameOfAsync(db, later, ct));
        }

        var account = await db.Accounts.Where(a => a.MemberId == merge.TargetId).Select(a => a.Id).SingleAsync(ct);
        var spends = await db.LedgerEntries.CountAsync(
            e => e.AccountId == account && (e.Kind == EntryKind.Redemption || e.Kind == EntryKind.CorrectionDown), ct);
        if (spends > merge.Spends)
        {
            return DuplicateRejections.Spent();
        }

        long[] known = MovedRows.Read(merge.Moved).OpenHolds;
        if (await db.Holds.AnyAsync(
            h => h.Status == HoldStatus.Open && h.Points.Value > 0 && !EF.Parameter(known).Contains(h.Id)
                && (h.AccountId == account || h.Lots.Any(held => db.Lots.Any(l => l.Id == held.LotId && l.AccountId == account))), ct))
        {
            return DuplicateRejections.Held();
        }

        var members = MergedMembers.Read(merge.Members);
        return await TakenAsync(db, merge, members.Source, ct) ?? await TakenAsync(db, merge, members.Target, ct);
    }

    /// <summary>A contact that was given up since the merge may be somebody else's by now.</summary>
    private static async Task<Rejection?> TakenAsync(LoyaltyDbContext db, MemberMerge merge, MergedValues values, CancellationToken ct)
    {
        var others = db.Members.Where(m => m.Id != merge.SourceId && m.Id != merge.TargetId);
        return values.Phone is { } phone && await others.AnyAsync(m => m.Phone == phone, ct) ? DuplicateRejections.KeyTaken(MaskedContact.Phone(phone)!)
            : values.Email is { } email && await others.AnyAsync(m => m.Email == email, ct) ? DuplicateRejections.KeyTaken(MaskedContact.Email(email)!)
            : null;
    }

    private static async Task<string> NameOfAsync(LoyaltyDbContext db, long member, CancellationToken ct) =>
        (await MemberNames.OfAsync(db, [member], ct)).GetValueOrDefault(member, $"№ {member}");
}
