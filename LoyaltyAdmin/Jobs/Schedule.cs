namespace LoyaltyAdmin.Jobs;

/// <summary>
/// All that the clock calls for, in the program's time zone. Nothing begins between 01:00 and 03:00, where changes of the
/// clock would skip it or double it.
/// </summary>
public static class Schedule
{
    public static IReadOnlyList<ScheduleLine> Lines { get; } =
    [
        new(ActivatePointsJob.Key, "0 0/10 0,3-23 * * ?"),
        new(LapseHoldsJob.Key, "0 0/5 0,3-23 * * ?"),
        new(ExpirePointsJob.Key, "0 5 0,3 * * ?"),
        new(SendDeliveriesJob.Key, "0 0/5 0,3-23 * * ?"),
        new(ExpireGiftCardsJob.Key, "0 15 0,3 * * ?"),
        new(RecalculateTiersJob.Key, "0 20 0 * * ?"),
        new(RecordTermsJob.Key, "0 0/15 0,3-23 * * ?"),
        new(WelcomeMembersJob.Key, "0 0/15 0,3-23 * * ?"),
        new(CarryOutPromisesJob.Key, "0 0/5 0,3-23 * * ?"),
        new(SettleReferralsJob.Key, "0 0/30 0,3-23 * * ?"),
        new(ReviewClubsJob.Key, "0 25 0 * * ?"),
        new(AdmitToClubsJob.Key, "0 0/10 0,3-23 * * ?"),
        new(FindDuplicatesJob.Key, "0 30 3 * * ?"),
        new(RollupCheckJob.Key, "0 10 4 * * ?"),
        new(LedgerProofJob.Key, "0 40 4 * * ?"),
    ];

    /// <summary>The line of a job.</summary>
    /// <exception cref="InvalidOperationException">It has none: add one above.</exception>
    public static ScheduleLine Of(string key) =>
        Lines.SingleOrDefault(l => l.Key == key) ?? throw new InvalidOperationException($"Job '{key}' has no line in the schedule.");
}
