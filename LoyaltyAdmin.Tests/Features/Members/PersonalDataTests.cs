using System.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using static LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture;

namespace LoyaltyAdmin.Tests.Features.Members;

/// <summary>Contacts of members are masked for those who have no right to personal data; who knows a contact finds by it.</summary>
public sealed class PersonalDataTests : MembersTest
{
    private static readonly Actor Manager = new("manager@example.com", Roles.PermissionsOf(Roles.Manager));

    [Theory]
    [InlineData("+79161234567", "+7 *** ***-45-67")]
    [InlineData("+375291112233", "*** ***-22-33")]
    [InlineData("112", "***")]
    [InlineData(null, null)]
    public void A_masked_phone_keeps_its_last_four_digits(string? phone, string? masked) => Assert.Equal(masked, MaskedContact.Phone(phone));

    [Theory]
    [InlineData("anna@example.com", "a***@example.com")]
    [InlineData("@example.com", "***")]
    [InlineData("anna", "***")]
    [InlineData(null, null)]
    public void A_masked_e_mail_keeps_its_first_letter_and_its_domain(string? email, string? masked) => Assert.Equal(masked, MaskedContact.Email(email));

    [Fact]
    public void Managers_alone_see_no_contacts() =>
        Assert.Equal([Roles.Manager], Roles.All.Where(role => !Roles.PermissionsOf(role).Contains(Permission.PersonalDataView)));

    [Fact]
    public async Task The_list_masks_contacts_and_is_searched_by_the_whole_phone_all_the_same()
    {
        await AnnaAsync();
        var byPhone = new MemberFilter { Search = "8 916 123-45-67" };

        var hidden = Assert.Single((await Use<MemberListQueries>().ListAsync(Manager, byPhone, default, new PageRequest(0, 50), default)).Rows);
        var open = Assert.Single((await Use<MemberListQueries>().ListAsync(Clerk, byPhone, default, new PageRequest(0, 50), default)).Rows);

        Assert.Equal(("+7 *** ***-45-67", "a***@example.com", "+7 *** ***-45-67"), (hidden.Phone, hidden.Email, hidden.DisplayName));
        Assert.Equal(("+79161234567", "anna@example.com", "+79161234567"), (open.Phone, open.Email, open.DisplayName));
    }

    [Fact]
    public async Task The_workbook_masks_contacts()
    {
        using var culture = new UseCulture("en");
        await AnnaAsync();
        using var file = new MemoryStream();

        await Use<MembersExport>().WriteAsync(Manager, file, ListParameters.Of("?columns=name,phone,email"), default);

        var cells = Read(file).Tables.Cast<DataTable>().SelectMany(t => t.Rows.Cast<DataRow>()).SelectMany(r => r.ItemArray).Select(c => c?.ToString() ?? "").ToList();
        Assert.Contains("+7 *** ***-45-67", cells);
        Assert.Contains("a***@example.com", cells);
        Assert.DoesNotContain(cells, c => c.Contains("1234567", StringComparison.Ordinal) || c.Contains("anna@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_member_is_told_and_the_history_masked_too()
    {
        var id = await AnnaAsync();
        var details = (await Use<MemberQueries>().DetailsAsync(id, default))!;
        await Use<EditMember>().ExecuteAsync(Clerk, id, details.Version, details.Profile with { Phone = "+79160000001", Email = "new@example.com" }, default);

        var history = await Database.Make<AuditQueries>().ListAsync(Manager, new AuditFilter(nameof(Member)), new PageRequest(0, 50), default);

        Assert.Equal(("+7 *** ***-45-67", "a***@example.com"), (details.For(Manager).Profile.Phone, details.For(Manager).Profile.Email));
        var told = history.Rows.SelectMany(r => r.Changes).SelectMany(c => new[] { c.Before, c.After }).OfType<string>().ToList();
        Assert.Contains("+7 *** ***-00-01", told);
        Assert.DoesNotContain(told, words => words.Contains("9160000001", StringComparison.Ordinal) || words.Contains("1234567", StringComparison.Ordinal)
            || words.Contains("new@", StringComparison.OrdinalIgnoreCase) || words.Contains("anna@", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Who_does_not_see_contacts_does_not_change_them()
    {
        var id = await AnnaAsync();
        var masked = (await Use<MemberQueries>().DetailsAsync(id, default))!.For(Manager);

        var result = await Use<EditMember>().ExecuteAsync(Manager, id, masked.Version, masked.Profile with { Note = "asks for calls after six" }, default);

        var after = (await Use<MemberQueries>().DetailsAsync(id, default))!.Profile;
        Assert.Null(result.Rejection);
        Assert.Equal(("+79161234567", "anna@example.com", "asks for calls after six"), (after.Phone, after.Email, after.Note));
    }

    private async Task<long> AnnaAsync() =>
        (await RegisterAsync(new MemberProfile { Phone = "+79161234567", Email = "anna@example.com" })).Value.MemberId;
}
