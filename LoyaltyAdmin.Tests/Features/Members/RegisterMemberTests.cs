using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Members;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LoyaltyAdmin.Tests.Features.Members;

public sealed class RegisterMemberTests : MembersTest
{
    private static readonly MemberProfile Anna = new()
    {
        ExternalId = "crm-1",
        FirstName = "Анна",
        LastName = "Иванова",
        Phone = "8 916 123-45-67",
        Email = "Anna@Example.com",
        BirthDate = new DateOnly(1990, 5, 17),
    };

    [Fact]
    public async Task A_member_gets_an_account_a_card_and_an_audit_entry()
    {
        var id = (await RegisterAsync(Anna, card: "0001 2345")).Value.MemberId;

        await using var db = Database.CreateDbContext();
        var member = await db.Members.SingleAsync();
        Assert.Equal((id, "+79161234567", "anna@example.com"), (member.Id, member.Phone, member.Email));
        Assert.Equal("ИВАНОВА АННА +79161234567 ANNA@EXAMPLE.COM CRM-1", member.SearchKey);
        Assert.Equal(new DateOnly(2026, 3, 10), member.JoinedOn);
        Assert.Equal(id, (await db.Accounts.SingleAsync()).MemberId);
        Assert.Equal("00012345", (await db.Cards.SingleAsync()).Number);
        var audit = await db.AuditEntries.Where(a => a.Subject == nameof(Member)).ToListAsync();
        Assert.All(audit, entry => Assert.Equal((Clerk.Name, $"{id}"), (entry.Author, entry.SubjectId)));
        Assert.Equal([AuditAction.Created, AuditAction.Changed], audit.Select(entry => entry.Action).Order());
    }

    [Fact]
    public async Task The_day_of_joining_is_the_programs_own()
    {
        var id = (await RegisterAsync(Anna, joinedAt: new DateTime(2026, 1, 31, 22, 0, 0, DateTimeKind.Utc))).Value.MemberId;

        await using var db = Database.CreateDbContext();
        Assert.Equal(new DateOnly(2026, 2, 1), (await db.Members.SingleAsync(m => m.Id == id)).JoinedOn);
    }

    [Fact]
    public async Task The_same_content_again_finds_the_member_of_then()
    {
        var first = (await RegisterAsync(Anna, card: "00012345")).Value;

        var again = (await RegisterAsync(Anna with { Phone = "+7 (916) 1234567" }, card: "0001-2345")).Value;

        Assert.Equal(new RegisterMember.Registered(first.MemberId, Replayed: true), again);
        await using var db = Database.CreateDbContext();
        Assert.Equal(1, await db.Members.CountAsync());
    }

    [Fact]
    public async Task The_same_content_finds_the_member_even_after_an_operator_changed_them()
    {
        var id = (await RegisterAsync(Anna)).Value.MemberId;
        Assert.True((await Use<EditMember>().ExecuteAsync(Clerk, id, 0, Anna with { LastName = "Петрова" }, default)).Accepted(out _, out _));

        Assert.Equal(new RegisterMember.Registered(id, Replayed: true), (await RegisterAsync(Anna)).Value);
    }

    [Fact]
    public async Task Other_content_under_the_same_external_id_is_refused()
    {
        var id = (await RegisterAsync(Anna)).Value.MemberId;

        var rejection = (await RegisterAsync(Anna with { FirstName = "Мария" })).Rejection;

        Assert.Equal("Members.ExternalIdTaken", rejection?.Code);
        Assert.Equal("externalId", rejection?.Field);
        Assert.Equal(["crm-1", id], rejection?.Arguments);
    }

    [Theory]
    [InlineData("+79161234567", null, null, "Members.PhoneTaken", "phone")]
    [InlineData(null, "anna@example.com", null, "Members.EmailTaken", "email")]
    [InlineData(null, null, "00012345", "Members.CardTaken", "card")]
    public async Task What_names_another_member_cannot_name_a_second(string? phone, string? email, string? card, string code, string field)
    {
        await RegisterAsync(Anna, card: "00012345");

        var rejection = (await RegisterAsync(new MemberProfile { ExternalId = "crm-2", Phone = phone, Email = email }, card)).Rejection;

        Assert.Equal((code, field), (rejection?.Code, rejection?.Field));
    }

    [Fact]
    public async Task Something_must_name_a_member() =>
        Assert.Equal("Members.KeyRequired", (await RegisterAsync(new MemberProfile { FirstName = "Анна", Phone = "  " })).Rejection?.Code);

    [Fact]
    public async Task A_member_cannot_have_joined_in_the_future() =>
        Assert.Equal("Members.JoinedInFuture", (await RegisterAsync(Anna, joinedAt: Database.Clock.UtcNow.AddDays(1))).Rejection?.Code);

    [Fact]
    public async Task Twenty_parallel_registrations_under_one_external_id_make_one_member()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => RegisterAsync(Anna, card: "00012345"))));

        Assert.Single(results.Select(r => r.Value.MemberId).Distinct());
        Assert.Equal(19, results.Count(r => r.Value.Replayed));
        await using var db = Database.CreateDbContext();
        Assert.Equal((1, 1, 1), (await db.Members.CountAsync(), await db.Accounts.CountAsync(), await db.Cards.CountAsync()));
    }

    [Fact]
    public async Task Twenty_parallel_registrations_of_one_phone_make_one_member_and_refuse_the_others()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Task.Run(() => RegisterAsync(new MemberProfile { ExternalId = $"till-{i}", Phone = "+79161234567" }))));

        Assert.Equal(1, results.Count(r => r.Rejection is null));
        Assert.Equal(19, results.Count(r => r.Rejection?.Code == "Members.PhoneTaken"));
    }

    [Fact]
    public async Task Nobody_registers_members_without_the_permission() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Use<RegisterMember>().ExecuteAsync(Onlooker, new MemberRegistration { Profile = Anna }, default));
}
