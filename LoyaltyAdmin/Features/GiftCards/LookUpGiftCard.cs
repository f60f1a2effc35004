using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Tells a till what is on a card. A card with a secret number is opened by it; wrong ones are counted.</summary>
public sealed class LookUpGiftCard(IDbContextFactory<LoyaltyDbContext> databases, GiftCardLoader loader, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>A card as a till may see it.</summary>
    /// <param name="Card">The card.</param>
    /// <param name="Available">What it can pay now.</param>
    /// <param name="Status">Expired from the last day on, whether or not the night has come by.</param>
    /// <param name="LastDay">The last day on which it pays; null without end or unsold.</param>
    public sealed record Seen(GiftCard Card, Money Available, GiftCardStatus Status, DateOnly? LastDay);

    public async Task<Result<Seen>> ExecuteAsync(Actor actor, string code, string? pin, CancellationToken ct)
    {
        actor.Demand(Permission.ReceiptsPost);
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.UtcNow;
        if (await loader.FindAsync(db, code, now, (await timelines.GetAsync(ct)).CalendarAt(now), ct) is not { } ledger)
        {
            return GiftCardRejections.Unknown(code) with { Field = "code" };
        }

        if (ledger.CheckPin(pin) is { } refused)
        {
            if (refused.Code == GiftCardRejections.WrongPin)
            {
                await GiftCardWriter.CountWrongPinsAsync(databases, [ledger.Card.Id], ct);
            }

            return refused;
        }

        var status = ledger.Card.Status == GiftCardStatus.Active && ledger.Card.ExpiresAt <= now ? GiftCardStatus.Expired : ledger.Card.Status;
        return new Seen(ledger.Card, ledger.Available, status, ledger.LastDay);
    }
}
