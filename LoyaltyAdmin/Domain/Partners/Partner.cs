namespace LoyaltyAdmin.Domain.Partners;

/// <summary>Whether a partner takes part.</summary>
public enum PartnerState
{
    Open,

    /// <summary>Its tills sell, but nothing is earned or spent there; what was posted stands.</summary>
    Paused,

    /// <summary>It left: nothing new is posted there, goods can still be returned, and what is open is settled.</summary>
    Closed,
}

/// <summary>Another company whose customers earn and spend the program's points (coalition). Its key never changes: receipts, lots and tills go by it.</summary>
public sealed class Partner
{
    public int Id { get; init; }

    /// <summary>Short name of small Latin letters, digits and dashes; unique.</summary>
    public required string Key { get; init; }

    /// <summary>As customers know it.</summary>
    public required string Name { get; set; }

    /// <summary>As contracts name it.</summary>
    public string LegalName { get; set; } = "";

    public string TaxNumber { get; set; } = "";

    /// <summary>Whom to ask about settlements.</summary>
    public string Contact { get; set; } = "";

    public PartnerState State { get; set; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }
}
