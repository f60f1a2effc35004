namespace LoyaltyAdmin.Data.Operations;

/// <summary>Where the demo shop is in its life.</summary>
public enum DemoShopStatus
{
    /// <summary>Being made; a start of the program goes on with it.</summary>
    Making,

    Ready,

    /// <summary>Taken away by a person: no start makes it again.</summary>
    Removed,
}

/// <summary>The one demo shop of the portal: enough to make the very same again after an interruption.</summary>
public sealed class DemoShop
{
    /// <summary>There is one shop, so there is one key.</summary>
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public DemoShopStatus Status { get; set; }

    /// <summary>The last instant of its history.</summary>
    public required DateTime EndsAt { get; set; }

    /// <summary>How many postings it is made of; 0 until they are planned.</summary>
    public int Postings { get; set; }

    /// <summary>How many of them, in their order, are posted.</summary>
    public int Posted { get; set; }

    public required DateTime StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
}
