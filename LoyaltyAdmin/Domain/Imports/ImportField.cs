namespace LoyaltyAdmin.Domain.Imports;

/// <summary>What a column of an imported file can hold. The names are those of the files' description, in any case.</summary>
public enum ImportField
{
    ReceiptId,
    OccurredAt,

    /// <summary>The time of the day, where it stands apart from the day.</summary>
    OccurredTime,
    Member,
    Store,
    Register,
    Channel,
    Line,
    Sku,
    Name,
    Category,
    Quantity,
    Price,

    /// <summary>Of the whole line, before its discount.</summary>
    Amount,
    Discount,

    /// <summary>The receipt that returned goods were bought with.</summary>
    ReturnOf,
    ExternalId,
    Card,
    Phone,
    Email,
    FirstName,
    LastName,
    BirthDate,
    JoinedAt,
    AgreedToOffers,
    Points,
    ActivatesAt,
    ExpiresAt,
}
