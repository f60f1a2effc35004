using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Offers;

internal sealed partial class OfferBook
{
    private void Decide(OfferUnit unit)
    {
        if (unit.Campaign is not null)
        {
            if (Draw(unit) is { } offer)
            {
                Commit(offer);
            }
        }
        else if (unit.Group!.Mode == GroupMode.All)
        {
            foreach (var child in unit.Units)
            {
                Decide(child);
            }
        }
        else if (unit.Group.Scope == GroupScope.Line)
        {
            CompeteByLine(unit);
        }
        else if (unit.Group.Mode == GroupMode.FirstByPriority)
        {
            DecideFirst(unit);
        }
        else
        {
            Compete(unit);
        }
    }

    private void DecideFirst(OfferUnit unit)
    {
        Offer? winner = null;
        foreach (var child in unit.Units)
        {
            if (winner is null)
            {
                var before = offers.Count;
                Decide(child);
                winner = offers.Skip(before).FirstOrDefault(o => o.IsApplied);
                continue;
            }

            foreach (var offer in child.Campaigns().Select(Judge).OfType<Offer>())
            {
                Lose(offer, OfferReasons.LostToPriority, winner.Name);
            }
        }
    }

    private void Compete(OfferUnit unit)
    {
        var trials = unit.Units.Select(Try).ToList();
        var running = trials.Where(t => t.Any(o => o.IsApplied)).Select(t => (Trial: t, Worth: t.Sum(o => Worth(o).Sum()))).ToList();
        if (running.Count == 0)
        {
            trials.SelectMany(t => t).ToList().ForEach(Commit);
            return;
        }

        var best = unit.Group!.Mode == GroupMode.BestForClient
            ? running.MaxBy(r => r.Worth).Trial
            : running.OrderBy(r => r.Worth == 0).ThenBy(r => r.Worth).First().Trial;
        var winner = best.First(o => o.IsApplied);
        best.ForEach(Commit);
        foreach (var offer in trials.Where(t => t != best).SelectMany(t => t))
        {
            Lose(offer, LostBy(unit.Group.Mode), winner.Name);
        }
    }

    // Each line goes to one of them; what the others had for it falls away.
    private void CompeteByLine(OfferUnit unit)
    {
        var trials = unit.Units.Select(Try).ToList();
        var worths = trials.Select(WorthByLine).ToList();
        var winners = new int[receipt.Lines.Length];
        for (var i = 0; i < winners.Length; i++)
        {
            winners[i] = WinnerOf(unit.Group!.Mode, [.. worths.Select(w => w[i])]);
        }

        var names = trials.ConvertAll(t => t.Find(o => o.IsApplied)?.Name ?? "");
        var given = Array.Exists(winners, w => w >= 0);
        for (var t = 0; t < trials.Count; t++)
        {
            foreach (var offer in trials[t])
            {
                var worth = Worth(offer);
                var won = new LineSet(winners.Length);
                var rival = -1;
                for (var i = 0; i < winners.Length; i++)
                {
                    if (worth[i] > 0 && winners[i] == t)
                    {
                        won.Add(i);
                    }
                    else if (worth[i] > 0)
                    {
                        rival = winners[i];
                    }
                }

                if (!won.IsEmpty)
                {
                    Restrict(offer, won);
                    Commit(offer);
                }
                else if (!offer.IsApplied || (rival < 0 && (!given || Array.Exists(winners, w => w == t))))
                {
                    // What is no amount goes with those of its group that won, or is given where there is nothing to win.
                    Commit(offer);
                }
                else
                {
                    Lose(offer, LostBy(unit.Group!.Mode), names[rival >= 0 ? rival : Array.Find(winners, w => w >= 0)]);
                }

                if (!given && offer.IsApplied)
                {
                    (given, winners) = (true, [.. winners.Select(_ => t)]);
                }
            }
        }
    }

    private void Restrict(Offer offer, LineSet won)
    {
        var off = new long[offer.Off.Length];
        for (var i = 0; i < off.Length; i++)
        {
            off[i] = won.Contains(i) ? offer.Off[i] : 0;
        }

        offer.Allowed = won;
        room.Clip(offer, new long[off.Length], off);
        if (offer.GivesLater(RewardKind.Discount))
        {
            Settle(offer, off);
        }
    }

    // What would be decided, as if nothing had been.
    private List<Offer> Try(OfferUnit unit)
    {
        if (unit.Campaign is not null)
        {
            return Draw(unit) is { } offer ? [offer] : [];
        }

        var (before, discounts, items) = (offers.Count, receipt.Lines.Select(l => l.OfferDiscount).ToArray(), receipt.Lines.Select(l => l.HasItemOffer).ToArray());
        var percents = percentBase;
        Decide(unit);
        var tried = offers.GetRange(before, offers.Count - before);
        offers.RemoveRange(before, tried.Count);
        foreach (var offer in tried.Where(o => o.IsApplied))
        {
            limits.Count(offer, -offer.TotalOff, 0);
        }

        for (var i = 0; i < discounts.Length; i++)
        {
            (receipt.Lines[i].OfferDiscount, receipt.Lines[i].HasItemOffer) = (discounts[i], items[i]);
        }

        percentBase = percents;
        Refresh();
        return tried;
    }

    private void Lose(Offer offer, string code, string winner)
    {
        if (offer.IsApplied)
        {
            offer.Discount(new long[offer.Off.Length]);
            offer.Reject(code, winner);
        }

        Commit(offer);
    }

    private decimal[] WorthByLine(List<Offer> trial)
    {
        var all = new decimal[receipt.Lines.Length];
        foreach (var offer in trial.Where(o => o.IsApplied))
        {
            var worth = Worth(offer);
            for (var i = 0; i < all.Length; i++)
            {
                all[i] += worth[i];
            }
        }

        return all;
    }

    // Discount and points at their face value, by line, in hundredths; zero for what is no amount.
    private decimal[] Worth(Offer offer)
    {
        if (!offer.IsApplied)
        {
            return new decimal[receipt.Lines.Length];
        }

        var points = Estimate(offer);
        return [.. offer.Off.Select((off, i) => off + (points is null ? 0 : points[i] * FaceOfPart))];
    }

    private decimal FaceOfPart => receipt.Conditions.Redemption.PointValue * 100m / receipt.PartsOfPoint;

    private static int WinnerOf(GroupMode mode, decimal[] worths)
    {
        var winner = -1;
        for (var i = 0; i < worths.Length; i++)
        {
            if (worths[i] > 0
                && (winner < 0
                    || (mode == GroupMode.BestForClient && worths[i] > worths[winner])
                    || (mode == GroupMode.CheapestForShop && worths[i] < worths[winner])))
            {
                winner = i;
            }
        }

        return winner;
    }

    private static string LostBy(GroupMode mode) => mode switch
    {
        GroupMode.BestForClient => OfferReasons.LostToBetter,
        GroupMode.CheapestForShop => OfferReasons.LostToCheaper,
        _ => OfferReasons.LostToPriority,
    };
}
