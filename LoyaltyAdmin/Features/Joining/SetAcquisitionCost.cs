using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Joining;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Joining;

/// <summary>Enters what was spent in a month to win members by a channel; entered again it is replaced, zero takes it out. The history keeps each change.</summary>
public sealed class SetAcquisitionCost(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    private const int Attempts = 3;
    private const decimal Most = 1_000_000_000m;

    /// <summary>Null when it is done.</summary>
    public async Task<Rejection?> ExecuteAsync(Actor actor, DateOnly month, string? channel, decimal amount, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramEdit);
        var name = (channel ?? "").Trim();
        if (name.Length is 0 or > AcquisitionCost.LongestChannel)
        {
            return new Rejection("Joining.ChannelRange", AcquisitionCost.LongestChannel) { Field = "channel" };
        }

        if (amount is < 0 or > Most || decimal.Round(amount, 2) != amount)
        {
            return new Rejection("Joining.AmountRange") { Field = "amount" };
        }

        var first = Month.Of(month);
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            db.Author = actor.Name;
            var cost = await db.AcquisitionCosts.SingleOrDefaultAsync(c => c.Month == first && c.Channel == name, ct);
            if (cost is null)
            {
                if (amount == 0)
                {
                    return null;
                }

                db.AcquisitionCosts.Add(new AcquisitionCost { Month = first, Channel = name, Amount = Money.Of(amount) });
            }
            else if (amount == 0)
            {
                db.AcquisitionCosts.Remove(cost);
            }
            else
            {
                cost.Amount = Money.Of(amount);
            }

            try
            {
                await db.SaveChangesAsync(ct);
                return null;
            }
            catch (DbUpdateException exception) when (attempt < Attempts && (exception is DbUpdateConcurrencyException || sql.IsUniqueViolation(exception)))
            {
                // Somebody else entered the same month and channel: theirs is replaced.
            }
        }
    }
}
