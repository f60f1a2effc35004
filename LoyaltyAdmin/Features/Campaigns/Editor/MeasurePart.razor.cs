using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>The control group, the code that is asked for, the life of the points and what a return does.</summary>
public sealed partial class MeasurePart
{
    private const int LongestDays = 3650;

    private static decimal? Days(ActivationConditions? activation) => activation switch
    {
        { Mode: ActivationMode.AfterDays } => activation.Days,
        { Mode: ActivationMode.Immediately } => 0,
        _ => null,
    };

    private static decimal? Days(ExpiryConditions? expiry) => expiry is { Model: ExpiryModel.FromEarning, Unit: TermUnit.Days } ? expiry.Term : null;

    private void ActivateAfter(decimal? days) => Form.Set(t => t with
    {
        Credit = t.Credit with
        {
            Activation = days switch
            {
                null => null,
                0 => new ActivationConditions { Mode = ActivationMode.Immediately },
                { } given => new ActivationConditions { Mode = ActivationMode.AfterDays, Days = (int)Math.Clamp(given, 1, LongestDays) },
            },
        },
    });

    private void ExpireAfter(decimal? days) => Form.Set(t => t with
    {
        Credit = t.Credit with
        {
            Expiry = days is { } given and > 0 ? new ExpiryConditions { Model = ExpiryModel.FromEarning, Term = (int)Math.Clamp(given, 1, LongestDays), Unit = TermUnit.Days } : null,
        },
    });
}
