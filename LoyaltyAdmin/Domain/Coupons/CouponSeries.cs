using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Coupons;

/// <summary>How the codes of a series are handed out.</summary>
public enum CouponKind
{
    /// <summary>Each customer gets a code of their own.</summary>
    Unique,

    /// <summary>One word for everybody: a promo code.</summary>
    Shared,
}

/// <summary>Coupons that open the same campaigns and obey the same limits (R17). The limits are three, each with a name and words of its own.</summary>
public sealed class CouponSeries
{
    public required long Id { get; init; }

    /// <summary>Names the series to campaigns, tills and shops; never changes.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    public required CouponKind Kind { get; init; }

    /// <summary>What generated codes begin with; may be empty.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Random signs after the prefix.</summary>
    public int Length { get; init; }

    /// <summary>From when on its codes are taken.</summary>
    public required DateTime ValidFrom { get; set; }

    /// <summary>The first instant at which no code is taken any more; <see cref="ProgramCalendar.Never"/> for no end.</summary>
    public required DateTime ValidUntil { get; set; }

    /// <summary>How many days a code that is given to a member lives; 0 to the end of the series.</summary>
    public int TermDays { get; set; }

    /// <summary>How many receipts may use one code; null for any number.</summary>
    public int? UsesPerCode { get; set; }

    /// <summary>How many times one member may use codes of the series; null for any number.</summary>
    public int? UsesPerMember { get; set; }

    /// <summary>How many uses the whole series has; null for any number.</summary>
    public int? UsesTotal { get; set; }

    /// <summary>Whether the receipt must name a member.</summary>
    public bool MembersOnly { get; set; }

    /// <summary>Whether the staff has stopped it: no code is taken.</summary>
    public bool IsStopped { get; set; }

    /// <summary>How many codes it has.</summary>
    public long Codes { get; set; }

    /// <summary>How many uses it has had, those set aside by holds included.</summary>
    public long Uses { get; set; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>Counts changes of its terms, so that of two at once one is told.</summary>
    public int Version { get; set; }

    /// <summary>Whether a limit per member can only be kept where the member is known.</summary>
    public bool NeedsMember => MembersOnly || UsesPerMember is not null;
}
