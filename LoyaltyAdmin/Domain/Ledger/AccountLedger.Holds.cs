using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>How points are set aside for an unconfirmed receipt (R19).</summary>
public sealed partial class AccountLedger
{
    /// <summary>Sets points aside in the order of spending; they stay usable for their hold past their expiry (R1).</summary>
    /// <exception cref="InvalidOperationException">There are fewer available.</exception>
    public IReadOnlyList<LotUse> SetAside(Points points)
    {
        var uses = new List<LotUse>();
        var left = points;
        foreach (var lot in lots)
        {
            var held = Points.Min(lot.SpendableAt(now), left);
            if (held.IsZero)
            {
                continue;
            }

            lot.Held += held;
            changed.Add(lot);
            uses.Add(new LotUse(lot, held));
            left -= held;
        }

        return left.IsZero
            ? uses
            : throw new InvalidOperationException($"Account {Account.Id} has {left.Value} points fewer than are to be held.");
    }

    /// <summary>Frees what a hold has set aside; what expired meanwhile expires with the next sweep.</summary>
    public void Release(IEnumerable<LotUse> held)
    {
        foreach (var (lot, points) in held)
        {
            lot.Held -= points;
            changed.Add(lot);
        }
    }

    /// <summary>Spends what a hold has set aside, up to a number of points, and frees the rest.</summary>
    public void RedeemHeld(IReadOnlyList<LotUse> held, Points points, EntryContext context)
    {
        Release(held);
        var uses = new List<(PointsLot Lot, Points Points)>();
        var left = points;
        foreach (var (lot, set) in held)
        {
            var used = Points.Min(set, left);
            if (!used.IsZero)
            {
                uses.Add((lot, used));
                left -= used;
            }
        }

        if (!left.IsZero)
        {
            throw new InvalidOperationException($"The hold on account {Account.Id} has {left.Value} points fewer than are to be spent.");
        }

        if (uses.Count > 0)
        {
            Debit(EntryKind.Redemption, uses, context, BudgetBlock.Main);
        }
    }
}
