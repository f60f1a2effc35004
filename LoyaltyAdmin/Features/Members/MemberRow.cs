using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Members;

/// <summary>A member as a list shows one.</summary>
public sealed record MemberRow
{
    public required long Id { get; init; }

    public string? ExternalId { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>The first card that is not blocked.</summary>
    public string? Card { get; init; }

    public required MemberStatus Status { get; init; }

    /// <summary>The level, as customers know it; null where the program has none.</summary>
    public string? Tier { get; init; }

    public required DateOnly JoinedOn { get; init; }

    public Points Available { get; init; }

    public DateOnly? LastReceiptOn { get; init; }

    public int Receipts { get; init; }

    /// <summary>Money paid less refunds, in hundredths; may be below zero.</summary>
    public long NetRevenueMinor { get; init; }

    /// <summary>As someone may see it: contacts are masked without <see cref="Permission.PersonalDataView"/>.</summary>
    public MemberRow For(Actor actor) => actor.May(Permission.PersonalDataView)
        ? this
        : this with { Phone = MaskedContact.Phone(Phone), Email = MaskedContact.Email(Email) };

    /// <summary>How people call the member: by name, else by whatever names them.</summary>
    public string DisplayName => MemberNames.Display(LastName, FirstName, Phone ?? Card ?? Email ?? ExternalId, Id);
}

/// <summary>A page of a list of members with what the whole list adds up to.</summary>
/// <param name="Rows">The rows of the page.</param>
/// <param name="Total">All that the filter finds.</param>
/// <param name="Available">Their available points, in smallest parts; null where they are too many to be summed up.</param>
public sealed record MemberList(IReadOnlyList<MemberRow> Rows, int Total, long? Available)
{
    /// <summary>Whether there are more than <paramref name="Total"/>: a search is not counted to its end.</summary>
    public bool IsCut { get; init; }
}
