using LoyaltyAdmin.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Imports;

public sealed class MemberImportTests : ImportTest
{
    private const string Members =
        "externalId,phone,email,lastName,birthDate,joinedAt,agreedToOffers\n" +
        "1,8 (916) 123-45-67,Anna@Example.com,Иванова,05.01.1990,2020-02-03,да\n" +
        "2,+7 916 123-45-67,,,,,\n" +
        "3,not a phone,,,,,\n" +
        "4,,boris@example.com,,,,maybe\n" +
        ",,boris@example.com,Boris,,,0\n" +
        ",,,Nobody,,,\n";

    [Fact]
    public async Task R16_members_come_in_with_contacts_normalised_and_once()
    {
        var first = await ImportAsync(Members, ImportKind.Members);
        var before = await StateAsync();
        var again = await ImportAsync(Members, ImportKind.Members);

        await using var db = Database.CreateDbContext();
        var anna = await db.Members.AsNoTracking().SingleAsync(m => m.ExternalId == "1");
        Assert.Equal((6, 2, 0, 4), (first.Rows, first.Accepted, first.Skipped, first.Rejected));
        Assert.Equal(0, again.Accepted);
        Assert.Equal(before, await StateAsync());
        Assert.Equal(("+79161234567", "Иванова", new DateOnly(1990, 1, 5), true), (anna.Phone, anna.LastName, anna.BirthDate, anna.AgreedToOffers));
        Assert.Equal(new DateOnly(2020, 2, 3), anna.JoinedOn);
        Assert.Equal([3, 4, 5, 7], ErrorsOf(first.Id).Select(e => e.Row));
        Assert.Equal(["Members.PhoneTaken", "Imports.NotYesOrNo"], ErrorsOf(first.Id).Where(e => e.Row is 3 or 5).Select(e => e.Reason.Code));
    }

    [Fact]
    public async Task A_trial_run_registers_nobody()
    {
        var trial = await ImportAsync(Members, ImportKind.Members, dryRun: true);

        Assert.Equal((6, 0), (trial.Rows, (await StateAsync()).Members));
        Assert.InRange(trial.Rejected, 3, 4);
    }
}
