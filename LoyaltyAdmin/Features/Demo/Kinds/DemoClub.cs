using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Demo.Plan;
using LoyaltyAdmin.Features.Offers;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Demo.Kinds;

/// <summary>A closed club: most of those who were invited came, one in six let the invitation pass, the last ones think about it.</summary>
internal sealed class DemoClub(DemoStage stage)
{
    private const string Key = "demo-circle";

    public async Task MakeAsync(CancellationToken ct)
    {
        var club = await ClubAsync(ct);
        var guests = stage.Plan.Cast.Guests;
        var members = await stage.MembersAsync(guests, ct);
        var known = await InvitedAsync(club, ct);
        var transaction = stage.Make<ClubTransaction>(stage.Clock);
        var (invite, answer) = (stage.Make<InviteMembers>(transaction, stage.Clock), stage.Make<AnswerInvitation>(transaction));
        foreach (var (i, name) in guests.Index())
        {
            var undecided = i >= guests.Count - 3;
            var invitedAt = DemoCast.Daytime(undecided ? stage.EndsAt.AddDays(-6) : stage.EndsAt.AddMonths(-6).AddDays(5.0 * i), i);
            if (!known.TryGetValue(members[name], out var invitation))
            {
                stage.At(invitedAt);
                var issued = await invite.ExecuteAsync(DemoStage.Demo, club, members[name], ct);
                if (!stage.Done(issued.Rejection))
                {
                    continue;
                }

                invitation = (issued.Value.Code, InvitationState.Issued);
            }

            if (!undecided && i % 6 != 5 && invitation.State == InvitationState.Issued)
            {
                stage.At(invitedAt.AddDays(1));
                stage.Done((await answer.AcceptAsync(DemoStage.Demo, invitation.Code, null, ct)).Rejection);
            }
        }
    }

    private async Task<Dictionary<long, (string Code, InvitationState State)>> InvitedAsync(int club, CancellationToken ct)
    {
        await using var db = await stage.OpenAsync(ct);
        var known = await db.ClubInvitations.Where(i => i.ClubId == club).Select(i => new { i.MemberId, i.Code, i.State }).ToListAsync(ct);
        return known.ToDictionary(i => i.MemberId, i => (i.Code, i.State));
    }

    private async Task<int> ClubAsync(CancellationToken ct)
    {
        await using var db = await stage.OpenAsync(ct);
        if (await db.Clubs.Where(c => c.Key == Key).Select(c => (int?)c.Id).SingleOrDefaultAsync(ct) is { } known)
        {
            return known;
        }

        stage.At(stage.Plan.BeginsAt);
        var order = new OfferOrder<ClubTerms>
        {
            Key = Key,
            Name = stage.Say("Inner circle", "Ближний круг"),
            Terms = new ClubTerms
            {
                Seats = 50,
                Benefits = new Benefits { DiscountPercent = 10, Words = stage.Say("Evenings for guests before each season", "Закрытые вечера перед каждым сезоном") },
            },
        };
        return (await stage.Make<SaveClub>(stage.Make<SaveOffer>(stage.Clock)).ExecuteAsync(DemoStage.Demo, order, ct)).Value;
    }
}
