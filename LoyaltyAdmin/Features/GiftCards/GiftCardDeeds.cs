using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>What the staff does to a card that is in somebody's hands: blocks it, lets it pay again, adds or takes money. Each with a reason, each in the audit.</summary>
public sealed class GiftCardDeeds(GiftCardChange changes)
{
    private const int LongestReason = 1000;

    /// <summary>Null when the card is blocked now.</summary>
    public Task<Rejection?> BlockAsync(Actor actor, long cardId, string reason, CancellationToken ct) =>
        RunAsync(actor, Permission.GiftCardsEdit, cards => cards.Where(c => c.Id == cardId), reason, work => work.Ledger.Block(reason.Trim()), ct);

    /// <summary>The same for a card that is named by its code.</summary>
    public Task<Rejection?> BlockAsync(Actor actor, string code, string reason, CancellationToken ct) =>
        RunAsync(actor, Permission.GiftCardsEdit, cards => cards.Where(c => c.Code == code), reason, work => work.Ledger.Block(reason.Trim()), ct);

    /// <summary>Null when the card pays again.</summary>
    public Task<Rejection?> UnblockAsync(Actor actor, long cardId, string reason, CancellationToken ct) =>
        RunAsync(actor, Permission.GiftCardsEdit, cards => cards.Where(c => c.Id == cardId), reason, work => work.Ledger.Unblock(), ct);

    /// <summary>Null when the money was added or taken.</summary>
    public async Task<Rejection?> AdjustAsync(Actor actor, long cardId, bool add, decimal amount, string reason, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsAdjust);
        return amount is <= 0 or > GiftCardSeriesPlan.Greatest || decimal.Round(amount, 2) != amount
            ? new Rejection("GiftCards.AmountOutOfRange", 0.01m, GiftCardSeriesPlan.Greatest) { Field = "amount" }
            : await RunAsync(
                actor,
                Permission.GiftCardsAdjust,
                cards => cards.Where(c => c.Id == cardId),
                reason,
                work => work.Ledger.Adjust(add, Money.Of(amount), work.Context with { Reason = reason.Trim() }),
                ct);
    }

    private async Task<Rejection?> RunAsync(
        Actor actor,
        Permission permission,
        Func<IQueryable<GiftCard>, IQueryable<GiftCard>> find,
        string reason,
        Func<GiftCardChange.Work, Rejection?> deed,
        CancellationToken ct)
    {
        actor.Demand(permission);
        if (reason.Trim().Length is < 3 or > LongestReason)
        {
            return new Rejection("GiftCards.ReasonMissing", LongestReason) { Field = "reason" };
        }

        var result = await changes.RunAsync<string>(
            actor.Name,
            find,
            work =>
            {
                var before = Written(work.Ledger.Card);
                if (deed(work) is { } rejection)
                {
                    return rejection;
                }

                work.Db.AuditEntries.Add(new AuditEntry
                {
                    At = work.Context.At,
                    Author = actor.Name,
                    Action = AuditAction.Changed,
                    Subject = nameof(GiftCard),
                    SubjectId = work.Ledger.Card.Id.ToString(CultureInfo.InvariantCulture),
                    Before = before,
                    After = Written(work.Ledger.Card),
                    Reason = reason.Trim(),
                });
                return "";
            },
            ct);
        return result.Rejection;
    }

    private static string Written(GiftCard card) => JsonSerializer.Serialize(
        new Dictionary<string, object?> { ["giftCardStatus"] = card.Status, ["giftCardBalance"] = card.Balance }, ConditionsJson.Options);
}
