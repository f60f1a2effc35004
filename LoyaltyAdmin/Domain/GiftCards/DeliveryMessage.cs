namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>A parcel that the delivery partner is to be told of: kept until it is told, or given up.</summary>
public sealed class DeliveryMessage
{
    /// <summary>So many tries, over about two days.</summary>
    public const int MostAttempts = 12;

    public required long Id { get; init; }

    public required long OrderId { get; init; }

    /// <summary>By it the partner knows that it has heard it before; unique.</summary>
    public required string Key { get; init; }

    public required string Body { get; init; }

    public required DateTime CreatedAt { get; init; }

    public int Attempts { get; set; }

    /// <summary>Not before; null where nothing is to be tried any more.</summary>
    public DateTime? NextAt { get; set; }

    public DateTime? SentAt { get; set; }

    public DateTime? GivenUpAt { get; set; }

    /// <summary>What went wrong last, for the staff.</summary>
    public string? Problem { get; set; }

    /// <summary>How long to wait after a number of tries: a minute, twice as long each time, six hours at most.</summary>
    public static TimeSpan PauseAfter(int attempts) => TimeSpan.FromMinutes(Math.Min(360, Math.Pow(2, Math.Min(attempts - 1, 20))));
}

/// <summary>The delivery partner: there is one.</summary>
public sealed class DeliveryPartner
{
    public const int Only = 1;
    public const int ShortestSecret = 16;

    public int Id { get; init; } = Only;

    /// <summary>Where parcels are told to; empty while there is none.</summary>
    public string Address { get; set; } = "";

    /// <summary>The shared secret, protected; it is never shown again.</summary>
    public string Secret { get; set; } = "";

    public int Version { get; set; }
}
