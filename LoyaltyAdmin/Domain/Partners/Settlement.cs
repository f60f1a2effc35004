using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Partners;

/// <summary>Where a statement is in its life.</summary>
public enum SettlementStatus
{
    /// <summary>Shows what it would settle; settles nothing.</summary>
    Draft,

    /// <summary>Numbered and final.</summary>
    Closed,
}

/// <summary>What two companies owe each other for a period: all operations processed before its end and not settled before.</summary>
public sealed class Settlement
{
    public int Id { get; init; }

    public required int PartnerId { get; init; }

    /// <summary>1, 2, 3 … with this partner; null for a draft.</summary>
    public int? Number { get; private set; }

    public SettlementStatus Status { get; private set; }

    /// <summary>The first day of the period, in the program's zone.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day after the last (exclusive).</summary>
    public required DateOnly To { get; init; }

    /// <summary>Fee for the statement by the terms at its end; set when it is closed.</summary>
    public Money FixedFee { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTime? ClosedAt { get; private set; }

    public string? ClosedBy { get; private set; }

    /// <summary>Makes it final.</summary>
    /// <exception cref="InvalidOperationException">It is final already.</exception>
    public void Close(int number, Money fixedFee, DateTime now, string by)
    {
        if (Status != SettlementStatus.Draft)
        {
            throw new InvalidOperationException($"Statement {Id} is closed.");
        }

        (Status, Number, FixedFee, ClosedAt, ClosedBy) = (SettlementStatus.Closed, number, fixedFee, now, by);
    }
}

/// <summary>What a closed statement says of the operations under one set of terms; never computed again.</summary>
public sealed class SettlementLine
{
    public required int SettlementId { get; init; }

    public required int TermsId { get; init; }

    public int Operations { get; init; }

    public Points Issued { get; init; }

    public Points Reversed { get; init; }

    public Points Redeemed { get; init; }

    public Points Restored { get; init; }

    public Money Turnover { get; init; }

    public Money Refund { get; init; }

    public Money IssuedMoney { get; init; }

    public Money ReversedMoney { get; init; }

    public Money RedeemedMoney { get; init; }

    public Money RestoredMoney { get; init; }

    /// <summary>Fee on turnover in hundredths; below zero where more was refunded than sold.</summary>
    public long FeeMinor { get; init; }
}

/// <summary>An amount that the next statement takes in beside its operations. Once written it is neither changed nor removed; another one corrects it.</summary>
public sealed class SettlementAdjustment
{
    public int Id { get; init; }

    public required int PartnerId { get; init; }

    /// <summary>Hundredths; above zero when the partner pays the shop.</summary>
    public required long AmountMinor { get; init; }

    public required string Reason { get; init; }

    public required DateTime At { get; init; }

    public required string Author { get; init; }

    /// <summary>Of the click that wrote it; unique.</summary>
    public required Guid Operation { get; init; }

    /// <summary>The statement that took it in; null until then.</summary>
    public int? SettlementId { get; init; }
}
