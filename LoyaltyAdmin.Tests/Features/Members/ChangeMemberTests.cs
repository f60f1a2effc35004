using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Members;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LoyaltyAdmin.Tests.Features.Members;

public sealed class ChangeMemberTests : MembersTest
{
    [Fact]
    public async Task An_edit_changes_the_search_key_and_the_version_and_leaves_an_audit_entry()
    {
        var id = await MemberAsync("Семёнов", "Пётр", externalId: "crm-1");

        var version = await Use<EditMember>().ExecuteAsync(
            Clerk, id, 0, new MemberProfile { ExternalId = "crm-1", LastName = "Семёнов", FirstName = "Павел" }, default);

        Assert.Equal(1, version.Value);
        await using var db = Database.CreateDbContext();
        Assert.Equal("СЕМЕНОВ ПАВЕЛ CRM-1", (await db.Members.SingleAsync()).SearchKey);
        var audit = await db.AuditEntries.OrderBy(a => a.Id).LastAsync();
        Assert.Equal("{\"firstName\":\"Пётр\"}|{\"firstName\":\"Павел\"}", $"{audit.Before}|{audit.After}", ignoreCase: true);
    }

    [Fact]
    public async Task Who_edits_an_old_version_is_told_so()
    {
        var id = await MemberAsync("Иванов", externalId: "crm-1");
        var profile = new MemberProfile { ExternalId = "crm-1", LastName = "Петров" };
        await Use<EditMember>().ExecuteAsync(Clerk, id, 0, profile, default);

        var late = await Use<EditMember>().ExecuteAsync(Clerk, id, 0, profile with { LastName = "Сидоров" }, default);

        Assert.Equal("Common.ChangedByAnother", late.Rejection?.Code);
        Assert.Equal("Петров", (await Use<MemberQueries>().DetailsAsync(id, default))?.Profile.LastName);
    }

    [Fact]
    public async Task A_member_cannot_take_anothers_phone_nor_lose_all_that_names_them()
    {
        await MemberAsync("Иванов", phone: "+79161234567");
        var id = await MemberAsync("Петров", phone: "+79167654321");

        var taken = await Use<EditMember>().ExecuteAsync(Clerk, id, 0, new MemberProfile { Phone = "89161234567" }, default);
        var nameless = await Use<EditMember>().ExecuteAsync(Clerk, id, 0, new MemberProfile { LastName = "Петров" }, default);

        Assert.Equal("Members.PhoneTaken", taken.Rejection?.Code);
        Assert.Equal("Members.KeyRequired", nameless.Rejection?.Code);
    }

    [Fact]
    public async Task A_member_with_a_card_may_go_without_other_names()
    {
        var id = await MemberAsync("Петров", card: "00012345");

        Assert.Null((await Use<EditMember>().ExecuteAsync(Clerk, id, 0, new MemberProfile { LastName = "Петров" }, default)).Rejection);
    }

    [Fact]
    public async Task A_second_card_names_the_member_until_it_is_blocked()
    {
        var id = await MemberAsync("Иванов", card: "11110001");
        Assert.Equal("22220002", (await Use<AddCard>().ExecuteAsync(Clerk, id, "2222 0002", isVirtual: true, default)).Value);
        var key = new MemberKey(MemberKeyKind.Card, "22220002");
        Assert.Equal(id, await Use<MemberQueries>().FindAsync(key, default));

        var card = (await Use<MemberQueries>().DetailsAsync(id, default))!.Cards.Single(c => c.Number == "22220002");
        Assert.Null(await Use<BlockCard>().BlockAsync(Clerk, card.Id, "Утеряна", default));
        Assert.Null(await Use<MemberQueries>().FindAsync(key, default));

        Assert.Null(await Use<BlockCard>().UnblockAsync(Clerk, card.Id, "Нашлась", default));
        Assert.Equal(id, await Use<MemberQueries>().FindAsync(key, default));
        await using var db = Database.CreateDbContext();
        Assert.Equal(["Утеряна", "Нашлась"], await db.AuditEntries.Where(a => a.Reason != null).OrderBy(a => a.Id).Select(a => a.Reason).ToListAsync());
    }

    [Fact]
    public async Task A_card_of_one_member_cannot_be_given_to_another()
    {
        var first = await MemberAsync("Иванов", card: "11110001");
        var second = await MemberAsync("Петров");

        var rejection = (await Use<AddCard>().ExecuteAsync(Clerk, second, "1111-0001", isVirtual: false, default)).Rejection;

        Assert.Equal("Members.CardTaken", rejection?.Code);
        Assert.Equal(["11110001", first], rejection?.Arguments);
    }

    [Fact]
    public async Task A_member_is_blocked_and_let_again_with_a_reason()
    {
        var id = await MemberAsync("Иванов");

        Assert.Equal("Members.ReasonMissing", (await Use<BlockMember>().BlockAsync(Clerk, id, "  ", default))?.Code);
        Assert.Null(await Use<BlockMember>().BlockAsync(Clerk, id, "Подозрительные покупки", default));
        Assert.Equal(MemberStatus.Blocked, (await Use<MemberQueries>().DetailsAsync(id, default))?.Status);
        Assert.Null(await Use<BlockMember>().UnblockAsync(Clerk, id, "Проверено", default));
        Assert.Equal(MemberStatus.Active, (await Use<MemberQueries>().DetailsAsync(id, default))?.Status);
    }

    [Fact]
    public async Task Nobody_changes_members_without_the_permission()
    {
        var id = await MemberAsync("Иванов");

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Use<EditMember>().ExecuteAsync(Onlooker, id, 0, new MemberProfile(), default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Use<AddCard>().ExecuteAsync(Onlooker, id, "12345", false, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Use<BlockMember>().BlockAsync(Onlooker, id, "x", default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Use<BlockCard>().BlockAsync(Onlooker, 1, "x", default));
    }
}
