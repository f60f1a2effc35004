using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>A gift card: money that somebody paid and somebody will spend (R17). What moves it is <see cref="GiftCardLedger"/>.</summary>
public sealed class GiftCard
{
    /// <summary>So many wrong secret numbers in a row block a card.</summary>
    public const int MostWrongPins = 5;
    public const int PinLength = 4;

    /// <summary>What stands in <see cref="BlockedFor"/> when wrong secret numbers have blocked it.</summary>
    public const string BlockedByPin = "PIN";
    public const int LongestName = 60;
    public const int LongestWords = 300;

    public required long Id { get; init; }

    /// <summary>Digits with a check digit; unique. Whoever knows it can pay, so it is shown masked.</summary>
    public required string Code { get; init; }

    /// <summary>The secret number; null where the series has none.</summary>
    public string? Pin { get; init; }

    /// <summary>Wrong secret numbers since the last right one.</summary>
    public int WrongPins { get; set; }

    public required long SeriesId { get; init; }

    /// <summary>What it was sold for; zero until then.</summary>
    public Money Nominal { get; set; }

    /// <summary>What is on it: its entries added up.</summary>
    public Money Balance { get; set; }

    public GiftCardStatus Status { get; set; }

    /// <summary>The midnight after its last day; null until it is sold, <see cref="ProgramCalendar.Never"/> without end.</summary>
    public DateTime? ExpiresAt { get; set; }

    public DateTime? SoldAt { get; set; }

    /// <summary>The local day of the sale.</summary>
    public DateOnly? SoldOn { get; set; }

    /// <summary>Empty where it was not sold in a store.</summary>
    public string SoldStore { get; set; } = "";

    public string? SoldChannel { get; set; }

    /// <summary>The receipt that sold it; null where none did.</summary>
    public long? SoldReceiptId { get; set; }

    public int? SoldLine { get; set; }

    /// <summary>The shop's own name of a sale without receipt; unique.</summary>
    public string? OperationId { get; set; }

    /// <summary>Fingerprint of that sale, to tell a repetition from another sale under the same name.</summary>
    public string? OperationHash { get; set; }

    /// <summary>Who gives it; empty for nobody.</summary>
    public string GivenBy { get; set; } = "";

    /// <summary>Who gets it; empty for nobody.</summary>
    public string GivenTo { get; set; } = "";

    /// <summary>The giver's words.</summary>
    public string Words { get; set; } = "";

    /// <summary>Why it is blocked, in words; null while it is not.</summary>
    public string? BlockedFor { get; set; }

    public int Version { get; set; }

    /// <summary>A code as lists and tills show it: enough to tell cards apart, too little to pay.</summary>
    public static string Mask(string code) => $"•••• {code[Math.Max(0, code.Length - 4)..]}";

    /// <summary>The last local day on which it pays; null where it has none.</summary>
    public DateOnly? LastDay(ProgramCalendar calendar) =>
        ExpiresAt is not { } end || end >= ProgramCalendar.Never ? null : calendar.DayOf(end.AddTicks(-1));
}
