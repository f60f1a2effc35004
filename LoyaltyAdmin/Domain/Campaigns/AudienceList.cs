namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>A list of members that somebody made: the audience of a targeted campaign.</summary>
public sealed class AudienceList
{
    public const int LongestName = 100;
    public const int LongestKey = 40;

    public int Id { get; init; }

    /// <summary>Names the list to campaigns; never changes.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>How many members are on it.</summary>
    public int Members { get; set; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public int Revision { get; set; }
}

/// <summary>A member on a list.</summary>
public sealed class AudienceListMember
{
    public required int ListId { get; init; }

    public required long MemberId { get; init; }
}
