using System.Globalization;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Ledger;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What the entries of an undone import have in common: the days of the first ones, the name of whoever undid it, and why.</summary>
internal static class UndoContext
{
    private const int LongestReason = 1000;

    public static EntryContext Of(ImportRun run, DateTime at, DateOnly day)
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"№ {run.Id}, {run.FileName}: {run.UndoReason}");
        return new EntryContext
        {
            At = at,
            Day = day,
            Author = run.UndoneBy,
            Reason = reason.Length > LongestReason ? reason[..LongestReason] : reason,
        };
    }
}
