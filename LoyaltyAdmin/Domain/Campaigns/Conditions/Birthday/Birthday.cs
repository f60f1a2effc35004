using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>Around the member's birthday.</summary>
public sealed record BirthdayCondition : Condition
{
    [Range(0, 60)]
    public int DaysBefore { get; init; } = 3;

    [Range(0, 60)]
    public int DaysAfter { get; init; } = 3;
}

/// <summary>Whether the day is that near to the birthday; 29 February is kept on 28 February in other years.</summary>
public sealed class Birthday() : ConditionMechanic<BirthdayCondition>("birthday")
{
    public override CampaignNeeds Needs => CampaignNeeds.BirthDate;

    protected override ConditionTest Prepare(BirthdayCondition settings)
    {
        var (before, after) = (settings.DaysBefore, settings.DaysAfter);
        return (purchase, _) =>
        {
            if (purchase.Facts.BirthDate is not { } born)
            {
                return Match.No;
            }

            for (var year = Math.Max(1, purchase.Day.Year - 1); year <= Math.Min(9999, purchase.Day.Year + 1); year++)
            {
                var birthday = new DateOnly(year, born.Month, Math.Min(born.Day, DateTime.DaysInMonth(year, born.Month)));
                var days = purchase.Day.DayNumber - birthday.DayNumber;
                if (days >= -before && days <= after)
                {
                    return Match.Yes;
                }
            }

            return Match.No;
        };
    }
}
