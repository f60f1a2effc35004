using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Members;

/// <summary>All that is known of one member, points and purchases apart.</summary>
public sealed record MemberDetails
{
    public required long Id { get; init; }

    public required long AccountId { get; init; }

    public required MemberProfile Profile { get; init; }

    public required DateTime JoinedAt { get; init; }

    public required DateOnly JoinedOn { get; init; }

    public required MemberStatus Status { get; init; }

    /// <summary>Who stands for the member since they were merged; null for one who stands for itself.</summary>
    public long? MergedIntoId { get; init; }

    /// <summary>Members for whom this one stands.</summary>
    public IReadOnlyList<long> MergedFrom { get; init; } = [];

    /// <summary>To be named when it is changed.</summary>
    public required int Version { get; init; }

    public DateOnly? FirstReceiptOn { get; init; }

    public DateOnly? LastReceiptOn { get; init; }

    public int Receipts { get; init; }

    /// <summary>Money paid less refunds, in hundredths; may be below zero.</summary>
    public long NetRevenueMinor { get; init; }

    /// <summary>In the order of issue, blocked ones among them.</summary>
    public required IReadOnlyList<CardRow> Cards { get; init; }

    /// <summary>As someone may see it: contacts are masked without <see cref="Permission.PersonalDataView"/>.</summary>
    public MemberDetails For(Actor actor) => actor.May(Permission.PersonalDataView)
        ? this
        : this with { Profile = Profile with { Phone = MaskedContact.Phone(Profile.Phone), Email = MaskedContact.Email(Profile.Email) } };

    /// <summary>How people call the member: by name, else by whatever names them.</summary>
    public string DisplayName => MemberNames.Display(
        Profile.LastName, Profile.FirstName, Profile.Phone ?? (Cards.Count > 0 ? Cards[0].Number : null) ?? Profile.Email ?? Profile.ExternalId, Id);
}

/// <summary>One card of a member, with the number of the card that stands in its place, if one does.</summary>
public sealed record CardRow(int Id, string Number, CardStatus Status, bool IsVirtual, DateTime? IssuedAt, string? ReplacedBy);
