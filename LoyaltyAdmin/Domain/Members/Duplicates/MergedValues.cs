namespace LoyaltyAdmin.Domain.Members.Duplicates;

/// <summary>The fields of a member that a merge may change and an unmerge restores.</summary>
public sealed record MergedValues
{
    public string? LastName { get; init; }

    public string? FirstName { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? Phone { get; init; }

    public DateTime? PhoneVerifiedAt { get; init; }

    public string? Email { get; init; }

    public DateTime? EmailVerifiedAt { get; init; }

    public required DateTime JoinedAt { get; init; }

    public required DateOnly JoinedOn { get; init; }

    public string? Channel { get; init; }

    public bool AgreedToOffers { get; init; }

    public string? Note { get; init; }

    public static MergedValues Of(Member member) => new()
    {
        LastName = member.LastName,
        FirstName = member.FirstName,
        BirthDate = member.BirthDate,
        Phone = member.Phone,
        PhoneVerifiedAt = member.PhoneVerifiedAt,
        Email = member.Email,
        EmailVerifiedAt = member.EmailVerifiedAt,
        JoinedAt = member.JoinedAt,
        JoinedOn = member.JoinedOn,
        Channel = member.Channel,
        AgreedToOffers = member.AgreedToOffers,
        Note = member.Note,
    };

    /// <summary>A field as a value that can be compared; null where nothing is known.</summary>
    public object? this[MergeField field] => field switch
    {
        MergeField.LastName => LastName,
        MergeField.FirstName => FirstName,
        MergeField.BirthDate => BirthDate,
        MergeField.Phone => Phone,
        MergeField.Email => Email,
        MergeField.Joined => JoinedAt,
        MergeField.Channel => Channel,
        MergeField.AgreedToOffers => AgreedToOffers,
        _ => Note,
    };

    /// <summary>These values with one field of another's.</summary>
    public MergedValues With(MergeField field, MergedValues other) => field switch
    {
        MergeField.LastName => this with { LastName = other.LastName },
        MergeField.FirstName => this with { FirstName = other.FirstName },
        MergeField.BirthDate => this with { BirthDate = other.BirthDate },
        MergeField.Phone => this with { Phone = other.Phone, PhoneVerifiedAt = other.PhoneVerifiedAt },
        MergeField.Email => this with { Email = other.Email, EmailVerifiedAt = other.EmailVerifiedAt },
        MergeField.Joined => this with { JoinedAt = other.JoinedAt, JoinedOn = other.JoinedOn },
        MergeField.Channel => this with { Channel = other.Channel },
        MergeField.AgreedToOffers => this with { AgreedToOffers = other.AgreedToOffers },
        _ => this with { Note = other.Note },
    };
}
