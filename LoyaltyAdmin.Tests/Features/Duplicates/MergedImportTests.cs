using System.Text;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Features.Imports;
using LoyaltyAdmin.Tests.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Duplicates;

/// <summary>Files that name members who were merged.</summary>
public sealed class MergedImportTests : ImportTest
{
    private const string Members = "externalId,phone,lastName\nanna,8 (916) 123-45-67,Семёнова\nanya,8 (916) 123-45-68,Семенова\n";

    [Fact]
    public async Task R16_receipts_and_balances_of_a_merged_member_come_to_the_survivor()
    {
        var anna = await MergeAsync();

        var receipts = await ImportAsync("receiptId,occurredAt,member,price\nr1,2026-03-01,anya,100\n");
        var balances = await ImportAsync("member,points\nanya,50\n", ImportKind.Balances);

        Assert.Equal((1, 1), (receipts.Accepted, balances.Accepted));
        await using var db = Database.CreateDbContext();
        Assert.Equal(2, await db.Members.CountAsync());
        Assert.Equal(anna, (await db.Receipts.SingleAsync()).MemberId);
        Assert.Equal(55, (await db.Accounts.SingleAsync(a => a.MemberId == anna)).Available.Value);
    }

    [Fact]
    public async Task R16_the_same_members_again_are_known_and_changes_reach_the_survivor()
    {
        var anna = await MergeAsync();

        var again = await ImportAsync(Members, ImportKind.Members);
        var order = new ImportOrder { Kind = ImportKind.Members, UpdateKnown = true, Plan = ImportPlan.Read(null).Value };
        var changed = await RunAsync(await StartAsync(
            Encoding.UTF8.GetBytes("externalId,phone,lastName,email\nanya,8 (916) 123-45-68,Громова,anna@example.com\n"), order));

        Assert.Equal((0, 2, 0), (again.Accepted, again.Skipped, again.Rejected));
        Assert.Equal(0, changed.Rejected);
        await using var db = Database.CreateDbContext();
        var survivor = await db.Members.SingleAsync(m => m.Id == anna);
        Assert.Equal(("anna", "+79161234567", "Громова", "anna@example.com"), (survivor.ExternalId, survivor.Phone, survivor.LastName, survivor.Email));
        Assert.Equal("anya", (await db.Members.SingleAsync(m => m.MergedIntoId == anna)).ExternalId);
    }

    /// <summary>Brings two members in, merges the second into the first, and tells the number of the first.</summary>
    private async Task<long> MergeAsync()
    {
        await ImportAsync(Members, ImportKind.Members);
        await using var db = Database.CreateDbContext();
        var ids = await db.Members.ToDictionaryAsync(m => m.ExternalId!, m => m.Id);
        var order = new MergeMembers.Order { SourceId = ids["anya"], TargetId = ids["anna"], Versions = (0, 0), Reason = "One person" };
        var merge = Database.Make<MergeMembers>(Database.Make<MergeTransaction>());
        Assert.Null((await merge.ExecuteAsync(Marketer, order, default)).Rejection);
        return ids["anna"];
    }
}
