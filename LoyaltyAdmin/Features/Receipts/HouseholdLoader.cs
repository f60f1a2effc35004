using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Whose points pay beside the members' own. Imports replay what was and spend nothing of others.</summary>
internal static class HouseholdLoader
{
    public delegate Task<List<MemberLoader.PostingRow>> Rows(IQueryable<Member> members, CancellationToken ct);

    /// <summary>Those who are in a household with a member of the batch, and those who paid for what comes back.</summary>
    public static async Task<List<MemberLoader.PostingRow>> OthersAsync(
        LoyaltyDbContext db, IReadOnlyList<Posting> postings, PostingState state, List<MemberLoader.PostingRow> own, Rows read, CancellationToken ct)
    {
        long[] known = [.. own.Select(m => m.Id)];
        List<MemberLoader.PostingRow> others = [];
        int?[] households = postings.Any(p => p.Source == ReceiptSource.Api) && state.PoolsHouseholds
            ? [.. own.Select(m => m.HouseholdId).Where(id => id is not null).Distinct()]
            : [];
        if (households.Length > 0)
        {
            others.AddRange(await read(db.Members.Where(m => EF.Parameter(households).Contains(m.HouseholdId) && !EF.Parameter(known).Contains(m.Id)), ct));
        }

        long[] accounts =
        [
            .. postings.OfType<ReturnPosting>().Where(p => p.ReceiptKey is not null).Select(p => state.Sales.GetValueOrDefault(p.ReceiptKey!)?.PaidFrom)
                .SelectMany(PayingAccounts.Read).Distinct(),
        ];
        if (accounts.Length > 0)
        {
            long[] payers = await (
                from account in db.Accounts
                where EF.Parameter(accounts).Contains(account.Id)
                join member in db.Members on account.MemberId equals member.Id
                select member.MergedIntoId ?? member.Id).Distinct().ToArrayAsync(ct);
            payers = [.. payers.Except(known).Except(others.Select(m => m.Id))];
            others.AddRange(await read(db.Members.Where(m => EF.Parameter(payers).Contains(m.Id)), ct));
        }

        return others;
    }

    /// <summary>Lets members of a household spend what all of them have; who is blocked neither spends nor is spent from.</summary>
    public static void Pool(PostingState state, IEnumerable<MemberLoader.PostingRow> rows)
    {
        if (!state.PoolsHouseholds)
        {
            return;
        }

        foreach (var household in rows.Where(m => m is { HouseholdId: not null, Status: MemberStatus.Active }).GroupBy(m => m.HouseholdId).Where(h => h.Count() > 1))
        {
            List<AccountLedger> all = [.. household.Select(m => state.Accounts[m.Account.Id].Ledger)];
            foreach (var row in household)
            {
                var member = state.Accounts[row.Account.Id];
                member.Purse = new PointsPool([member.Ledger, .. all.Where(l => l != member.Ledger)]);
            }
        }
    }
}
