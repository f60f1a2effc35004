namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>That a member agreed to a text, until they withdraw it.</summary>
public sealed class MemberConsent
{
    public long Id { get; init; }

    public required long MemberId { get; init; }

    /// <summary>The consent.</summary>
    public required string Key { get; init; }

    /// <summary>The version of the text that was shown.</summary>
    public required int Version { get; init; }

    public required DateTime GivenAt { get; init; }

    /// <summary>The store where it was given; empty where none was named.</summary>
    public string Store { get; init; } = "";

    /// <summary>The key, person or cashier that took it.</summary>
    public required string GivenBy { get; init; }

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnBy { get; private set; }

    public bool Stands => WithdrawnAt is null;

    /// <summary>Takes it back.</summary>
    public void Withdraw(DateTime now, string by) => (WithdrawnAt, WithdrawnBy) = (now, by);
}
