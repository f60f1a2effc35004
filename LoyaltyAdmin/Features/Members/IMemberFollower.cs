namespace LoyaltyAdmin.Features.Members;

/// <summary>Does what follows from a change of what is known of a member.</summary>
public interface IMemberFollower
{
    /// <summary>Told after the change was saved; may be told twice of one change.</summary>
    Task ChangedAsync(string author, long memberId, CancellationToken ct);
}
