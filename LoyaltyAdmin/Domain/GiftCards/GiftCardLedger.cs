using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>
/// One gift card at work: every rule by which its money moves (R17). Pure: it changes the card in memory and collects the
/// entries that the caller writes in one transaction, guarded by the card's version.
/// </summary>
/// <param name="card">The card as read.</param>
/// <param name="series">Its series.</param>
/// <param name="now">The instant of processing.</param>
/// <param name="calendar">The days of the program.</param>
/// <param name="nextEntry">Numbers for new entries.</param>
public sealed class GiftCardLedger(GiftCard card, GiftCardSeries series, DateTime now, ProgramCalendar calendar, Func<long> nextEntry)
{
    private readonly Dictionary<long, Money> reserved = [];
    private readonly List<GiftCardEntry> entries = [];

    public GiftCard Card => card;

    public GiftCardSeries Series => series;

    /// <summary>The version that was read: the write names it.</summary>
    public int ReadVersion { get; } = card.Version;

    public IReadOnlyList<GiftCardEntry> NewEntries => entries;

    /// <summary>Whether it is not as it was read.</summary>
    public bool HasChanged { get; private set; }

    public DateOnly? LastDay => card.LastDay(calendar);

    private bool IsOverdue => card.ExpiresAt <= now;

    /// <summary>What can be spent now: nothing of a card that is not active, not what open holds have set aside.</summary>
    public Money Available => card.Status == GiftCardStatus.Active && !IsOverdue ? Unreserved : Money.Zero;

    /// <summary>What holds that were placed in time have not set aside, whether or not the last day is over since.</summary>
    private Money Unreserved
    {
        get
        {
            var held = reserved.Values.Aggregate(Money.Zero, (sum, amount) => sum + amount);
            return held >= card.Balance ? Money.Zero : card.Balance - held;
        }
    }

    /// <summary>Why it cannot pay an amount, or anything where none is named; null where it can.</summary>
    public Rejection? WhyNot(Money? amount) => card.Status switch
    {
        GiftCardStatus.Issued => GiftCardRejections.NotSold(card),
        GiftCardStatus.UsedUp => GiftCardRejections.UsedUp(card),
        GiftCardStatus.Disabled => GiftCardRejections.Disabled(card),
        GiftCardStatus.Blocked => GiftCardRejections.Blocked(card),
        GiftCardStatus.Expired => GiftCardRejections.Expired(card),
        _ when IsOverdue => GiftCardRejections.Expired(card),
        _ when Available.IsZero || amount > Available => GiftCardRejections.NotEnough(card, Available),
        _ => null,
    };

    /// <summary>Why a secret number does not open it; null where it does. A wrong one is counted, and too many block the card.</summary>
    public Rejection? CheckPin(string? pin)
    {
        if (card.Pin is null)
        {
            return null;
        }

        if (string.IsNullOrEmpty(pin))
        {
            return GiftCardRejections.PinMissing(card);
        }

        if (pin == card.Pin && card.WrongPins < GiftCard.MostWrongPins)
        {
            return null;
        }

        HasChanged = true;
        card.WrongPins++;
        if (card.WrongPins >= GiftCard.MostWrongPins && card.Status == GiftCardStatus.Active)
        {
            (card.Status, card.BlockedFor) = (GiftCardStatus.Blocked, GiftCard.BlockedByPin);
        }

        return GiftCardRejections.PinWrong(card);
    }

    /// <summary>Why it cannot be sold for an amount; null where it can.</summary>
    public Rejection? WhyNotSold(Money amount) =>
        card.Status == GiftCardStatus.Issued ? series.Admits(amount)
        : card.Status == GiftCardStatus.Blocked && card.SoldAt is null ? GiftCardRejections.Blocked(card)
        : GiftCardRejections.SoldAlready(card);

    /// <summary>Sells it: the money is on it from now until its term ends.</summary>
    public void Sell(Money amount, GiftCardContext context)
    {
        (card.Nominal, card.SoldAt, card.SoldOn) = (amount, context.At, context.Day);
        (card.SoldStore, card.SoldChannel, card.SoldReceiptId, card.SoldLine) = (context.Store, context.Channel, context.ReceiptId, context.ReceiptLine);
        card.ExpiresAt = series.ExpiresAt(context.Day, calendar);
        card.Status = GiftCardStatus.Active;
        Move(GiftCardEntryKind.Sale, amount, context);
    }

    /// <summary>Pays with it.</summary>
    public void Redeem(Money amount, GiftCardContext context)
    {
        card.WrongPins = 0;
        Move(GiftCardEntryKind.Redemption, amount, context);
        if (card.Balance.IsZero)
        {
            card.Status = GiftCardStatus.UsedUp;
        }
    }

    /// <summary>
    /// Gives money back that it paid, even if it is emptied, expired or disabled: it lives again, at least for the series'
    /// days of grace. A blocked card keeps the money until it is unblocked.
    /// </summary>
    public void Restore(Money amount, GiftCardContext context) => Revive(GiftCardEntryKind.RedemptionReturned, amount, context);

    /// <summary>Ends it where its last day is over. What a hold has set aside in time waits for that hold.</summary>
    /// <returns>Whether anything was left to expire.</returns>
    public bool Expire(GiftCardContext context)
    {
        if (!IsOverdue || card.Status is not (GiftCardStatus.Active or GiftCardStatus.UsedUp or GiftCardStatus.Blocked) || reserved.Count > 0)
        {
            return false;
        }

        (card.Status, card.BlockedFor, HasChanged) = (GiftCardStatus.Expired, null, true);
        return Move(GiftCardEntryKind.Expiry, card.Balance, context);
    }

    /// <summary>Its buying order is refunded: what is left is gone.</summary>
    /// <returns>What was left.</returns>
    public Money Disable(GiftCardContext context)
    {
        Expire(context);
        var left = card.Balance;
        (card.Status, card.BlockedFor, HasChanged) = (GiftCardStatus.Disabled, null, true);
        Move(GiftCardEntryKind.Disabled, left, context);
        return left;
    }

    /// <summary>Blocks it; null when it is blocked now.</summary>
    public Rejection? Block(string reason)
    {
        if (card.Status is GiftCardStatus.Expired or GiftCardStatus.Disabled || IsOverdue)
        {
            return new Rejection("GiftCards.NotInUse");
        }

        (card.Status, card.BlockedFor, HasChanged) = (GiftCardStatus.Blocked, reason, true);
        return null;
    }

    /// <summary>Lets it pay again; null when it does.</summary>
    public Rejection? Unblock()
    {
        if (card.Status != GiftCardStatus.Blocked)
        {
            return new Rejection("GiftCards.NotBlocked");
        }

        (card.BlockedFor, card.WrongPins, HasChanged) = (null, 0, true);
        card.Status = Settled;
        return null;
    }

    /// <summary>The staff adds money or takes it off; null when it was done. Money on an expired or disabled card brings it back to life.</summary>
    public Rejection? Adjust(bool add, Money amount, GiftCardContext context)
    {
        if (card.SoldAt is null)
        {
            return GiftCardRejections.NotSold(card);
        }

        if (add)
        {
            Revive(GiftCardEntryKind.AdjustmentUp, amount, context);
            return null;
        }

        if (amount > Unreserved)
        {
            return new Rejection("GiftCards.NotEnough", GiftCard.Mask(card.Code), Unreserved.Amount) { Field = "amount" };
        }

        Move(GiftCardEntryKind.AdjustmentDown, amount, context);
        card.Status = card.Status == GiftCardStatus.Active ? Settled : card.Status;
        return null;
    }

    /// <summary>Sets money aside for an open hold.</summary>
    public void Reserve(long hold, Money amount) => reserved[hold] = amount;

    /// <summary>Sets money aside for a hold that is placed now: the card changes, so that two holds never take the same money.</summary>
    public void Place(long hold, Money amount)
    {
        Reserve(hold, amount);
        HasChanged = true;
    }

    /// <summary>Frees what a hold has set aside.</summary>
    public void Free(long hold) => reserved.Remove(hold);

    /// <summary>What a hold that was placed in time may still take of what it was promised.</summary>
    public Money Promised(Money promised, bool inTime) =>
        card.Status == GiftCardStatus.Active && (inTime || !IsOverdue) ? Money.Min(promised, Unreserved) : Money.Zero;

    /// <summary>What this moment of the card is told as.</summary>
    public GiftCardNote Note(GiftCardEntryKind move, Money amount) => new(GiftCard.Mask(card.Code), move, amount, card.Balance, LastDay);

    private GiftCardStatus Settled =>
        card.SoldAt is null ? GiftCardStatus.Issued : card.Balance.IsZero ? GiftCardStatus.UsedUp : GiftCardStatus.Active;

    private void Revive(GiftCardEntryKind kind, Money amount, GiftCardContext context)
    {
        var (ended, blockedFor) = (IsOverdue || card.Status is GiftCardStatus.Expired or GiftCardStatus.Disabled, card.BlockedFor);
        Expire(context);
        var least = calendar.StartOf(calendar.DayOf(now).AddDays(series.GraceDays + 1));
        if (ended && card.ExpiresAt < least)
        {
            card.ExpiresAt = least;
        }

        Move(kind, amount, context);
        (card.Status, card.BlockedFor) = (blockedFor is null ? Settled : GiftCardStatus.Blocked, blockedFor);
    }

    private bool Move(GiftCardEntryKind kind, Money amount, GiftCardContext context)
    {
        if (amount.IsZero)
        {
            return false;
        }

        HasChanged = true;
        card.Balance = GiftCardEntry.IsCredit(kind) ? card.Balance + amount : card.Balance - amount;
        entries.Add(new GiftCardEntry
        {
            Id = nextEntry(),
            CardId = card.Id,
            Kind = kind,
            Amount = amount,
            BalanceAfter = card.Balance,
            At = context.At,
            Day = context.Day,
            RecordedAt = now,
            ReceiptId = context.ReceiptId,
            ReturnId = context.ReturnId,
            Store = context.Store,
            Author = context.Author,
            Reason = context.Reason,
        });
        return true;
    }
}
