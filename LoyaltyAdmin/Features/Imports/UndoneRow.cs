namespace LoyaltyAdmin.Features.Imports;

/// <summary>A sale or a return that went with an undone import. Money in hundredths, points in smallest parts; of a return less than nothing.</summary>
public sealed record UndoneRow(long Id, bool IsReturn, string Key, DateTime OccurredAt, long? MemberId, string Store, long Paid, long Points);
