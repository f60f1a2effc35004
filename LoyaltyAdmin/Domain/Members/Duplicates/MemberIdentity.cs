namespace LoyaltyAdmin.Domain.Members.Duplicates;

/// <summary>What a member is recognised by; contacts are normalised.</summary>
public sealed record MemberIdentity
{
    public long Id { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? ExternalId { get; init; }

    public DateOnly? BirthDate { get; init; }

    public static MemberIdentity Of(MemberProfile profile, long id = 0) => new()
    {
        Id = id,
        FirstName = profile.FirstName,
        LastName = profile.LastName,
        Phone = profile.Phone,
        Email = profile.Email,
        ExternalId = profile.ExternalId,
        BirthDate = profile.BirthDate,
    };
}
