namespace LoyaltyAdmin.Domain.Receipts;

/// <summary>By which of a member's names a receipt names the member.</summary>
public enum MemberKeyKind
{
    Id,
    ExternalId,
    Card,
    Phone,
    Email,
}

/// <summary>A member as the till names one: the value is normalised as it is stored (E.164 phone, card without blanks).</summary>
public readonly record struct MemberKey(MemberKeyKind Kind, string Value);
