namespace LoyaltyAdmin.Domain.Members;

/// <summary>Whether a member takes part.</summary>
public enum MemberStatus
{
    Active,

    /// <summary>Earns and spends nothing until unblocked.</summary>
    Blocked,

    /// <summary>Another member stands for this one: see <see cref="Member.MergedIntoId"/>.</summary>
    Merged,
}

/// <summary>A person or an anonymous card in the program.</summary>
public sealed class Member
{
    private string? phone;
    private string? email;

    public required long Id { get; init; }

    /// <summary>The name that the shop's own systems give; unique.</summary>
    public string? ExternalId { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    /// <summary>In E.164 form (+79161234567); unique.</summary>
    public string? Phone
    {
        get => phone;
        set => (phone, PhoneVerifiedAt) = (value, value == phone ? PhoneVerifiedAt : null);
    }

    /// <summary>When the phone was found to be the member's (UTC); null where nobody knows, and again with another phone.</summary>
    public DateTime? PhoneVerifiedAt { get; set; }

    /// <summary>Normalised; unique.</summary>
    public string? Email
    {
        get => email;
        set => (email, EmailVerifiedAt) = (value, value == email ? EmailVerifiedAt : null);
    }

    /// <summary>When the e-mail was found to be the member's (UTC); null where nobody knows, and again with another e-mail.</summary>
    public DateTime? EmailVerifiedAt { get; set; }

    public DateOnly? BirthDate { get; set; }

    /// <summary>The last day on which a birth date was replaced by another; null where the first one stands.</summary>
    public DateOnly? BirthDateChangedOn { get; set; }

    public required DateTime JoinedAt { get; init; }

    /// <summary>The local day of joining, as the program's zone was then.</summary>
    public required DateOnly JoinedOn { get; init; }

    /// <summary>Where the member joined: a till, the shop's site, an import.</summary>
    public string? Channel { get; set; }

    /// <summary>The store where the member joined; null where none was named.</summary>
    public string? Store { get; init; }

    /// <summary>Who registered the member there, or at which register; null where nobody was named.</summary>
    public string? Cashier { get; init; }

    /// <summary>The import that registered the member; null if none did.</summary>
    public int? ImportId { get; init; }

    /// <summary>Whether the member agreed to be sent offers.</summary>
    public bool AgreedToOffers { get; set; }

    public MemberStatus Status { get; set; }

    /// <summary>
    /// The member who stands for this one since they were merged, the last of the chain where that one was merged too: all
    /// that names this member names that one. Null for a member who stands for itself.
    /// </summary>
    public long? MergedIntoId { get; set; }

    /// <summary>The household whose points the member spends; null for one who spends alone.</summary>
    public int? HouseholdId { get; set; }

    /// <summary>A remark of the staff.</summary>
    public string? Note { get; set; }

    /// <summary>What the search looks in and the list sorts by: see <see cref="MemberSearch"/>.</summary>
    public string SearchKey { get; set; } = "";

    /// <summary>First name, then last name, folded as the search key is; follows the names by itself.</summary>
    public string? GivenNameKey
    {
        get => MemberSearch.GivenNameKeyOf(FirstName, LastName);
        private set { }
    }

    /// <summary>
    /// Fingerprint of what was sent to register the member under its external id, to tell a repetition from another member
    /// under the same id; null where none was sent.
    /// </summary>
    public string? RegistrationHash { get; init; }

    /// <summary>Whether the demo shop invented this member: removed with it.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Rises with each change by a person, to detect that two changed it at once.</summary>
    public int Version { get; set; }
}
