namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Where a version of a campaign is on its way to the tills.</summary>
public enum CampaignVersionState
{
    Draft,
    Review,
    Approved,

    /// <summary>Decides or has decided receipts.</summary>
    Launched,
}

/// <summary>One version of a campaign. Above the limits of the shop a second person approves it before it can be launched.</summary>
public sealed class CampaignVersion
{
    public int CampaignId { get; init; }

    /// <summary>1, 2, 3 … within the campaign.</summary>
    public required int Number { get; init; }

    public CampaignVersionState State { get; private set; }

    /// <summary>As customers know it.</summary>
    public required string Name { get; set; }

    public required CampaignTerms Terms { get; set; }

    /// <summary>Who wrote it last.</summary>
    public required string Author { get; set; }

    public required DateTime WrittenAt { get; set; }

    /// <summary>Who approved it; the author where it is within the limits of the shop.</summary>
    public string? ApprovedBy { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    /// <summary>Why it was returned to its author, or what the one who approved it remarked.</summary>
    public string? Remark { get; private set; }

    public string? LaunchedBy { get; private set; }

    public DateTime? LaunchedAt { get; private set; }

    /// <summary>Other terms take it back to a draft: what was approved were the terms before.</summary>
    /// <exception cref="InvalidOperationException">It was launched.</exception>
    public void Rewrite(string name, CampaignTerms terms, string author, DateTime now)
    {
        Demand(State != CampaignVersionState.Launched);
        (Name, Terms, Author, WrittenAt) = (name, terms, author, now);
        (State, ApprovedBy, ApprovedAt) = (CampaignVersionState.Draft, null, null);
    }

    /// <summary>Asks a second person.</summary>
    /// <exception cref="InvalidOperationException">It is no draft.</exception>
    public void Submit()
    {
        Demand(State == CampaignVersionState.Draft);
        (State, Remark) = (CampaignVersionState.Review, null);
    }

    /// <summary>Says yes to it: a draft within the limits by its author, a review by another person.</summary>
    /// <exception cref="InvalidOperationException">It is neither.</exception>
    public void Approve(string by, string? remark, DateTime now)
    {
        Demand(State is CampaignVersionState.Draft or CampaignVersionState.Review);
        (State, ApprovedBy, ApprovedAt, Remark) = (CampaignVersionState.Approved, by, now, remark);
    }

    /// <summary>Gives it back to its author.</summary>
    /// <exception cref="InvalidOperationException">It is not in review.</exception>
    public void Return(string remark)
    {
        Demand(State == CampaignVersionState.Review);
        (State, Remark) = (CampaignVersionState.Draft, remark);
    }

    internal void Launch(string by, DateTime now)
    {
        Demand(State == CampaignVersionState.Approved);
        (State, LaunchedBy, LaunchedAt) = (CampaignVersionState.Launched, by, now);
    }

    private void Demand(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Version {Number} is {State}.");
        }
    }
}
