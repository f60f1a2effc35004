using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>Says in words how one gets into a club and how long a place lasts.</summary>
public sealed class ClubWords(IStringLocalizer<ClubsText> text, BenefitWords benefits)
{
    /// <summary>"By invitation, or 50,000 ₽ in 12 months".</summary>
    public string WayIn(ClubTerms terms, string currency)
    {
        var bought = terms.Threshold is { } t
            ? text[$"WayIn.{t.Metric}", t.Metric == ClubMetric.Spend ? Formats.Money(t.Amount, currency) : Formats.Number(t.Amount, 0), benefits.Term(Domain.Subscriptions.PeriodUnit.Months, t.Months)].Value
            : null;
        return (terms.ByInvitation, bought) switch
        {
            (true, null) => text["WayIn.Invitation"],
            (true, _) => text["WayIn.Both", bought],
            _ => bought ?? "",
        };
    }

    /// <summary>"12 months, then by purchases again".</summary>
    public string Term(ClubTerms terms) => terms.TermMonths is { } months
        ? text[$"Term.{terms.Renewal}", benefits.Term(Domain.Subscriptions.PeriodUnit.Months, months)]
        : text["Term.Endless"];

    /// <summary>What it gives.</summary>
    public IReadOnlyList<string> Gives(ClubTerms terms, AccrualMode mode) => benefits.Say(terms.Benefits, mode);
}
