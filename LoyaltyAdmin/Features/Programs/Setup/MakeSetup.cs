using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Programs.Setup;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Partners;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Programs.Setup;

/// <summary>Makes what stands beside the conditions: the plan, the club and the partner of the setup.</summary>
public sealed class MakeSetup(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, SavePlan plans, SaveClub clubs, SavePartner partners, AgreeTerms agree)
{
    /// <summary>What would stop one of them; null when nothing does.</summary>
    public async Task<Rejection?> CheckAsync(SetupAnswers answers, CancellationToken ct)
    {
        var decimals = (await timelines.GetAsync(ct)).Program.PointDecimals;
        var found = new List<Rejection?>();
        if (answers.Has(ProgramKind.Subscription))
        {
            found.AddRange(SavePlan.Check(PlanOf(answers, "plan")));
        }

        if (answers.Has(ProgramKind.Club))
        {
            found.AddRange(SaveClub.Check(ClubOf(answers, "club")));
        }

        if (answers.Has(ProgramKind.Partner))
        {
            found.Add(PartnerRule.Check(answers.PartnerName, "", "", ""));
            found.AddRange(PartnerConditionsCheck.Of(TermsOf(answers), decimals));
        }

        return found.FirstOrDefault(wrong => wrong is not null);
    }

    /// <summary>Makes them. What cannot be made is told, and the rest stands.</summary>
    /// <param name="actor">Who; needs <see cref="Permission.ProgramPublish"/> and what each of them needs.</param>
    /// <param name="answers">What the marketer says.</param>
    /// <param name="version">Number of the conditions that were published for it.</param>
    /// <param name="note">Why, in the words of whoever published.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SetupMade> ExecuteAsync(Actor actor, SetupAnswers answers, int version, string note, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramPublish);
        await using var db = await databases.CreateDbContextAsync(ct);
        var refused = new List<Rejection>();
        var next = new List<(string Key, string Href)> { ("Terms", "/terms"), ("Conditions", "/program/conditions") };
        if (answers.Has(ProgramKind.Cumulative))
        {
            next.Add(("Levels", "/tiers"));
        }

        if (answers.Has(ProgramKind.Subscription))
        {
            var key = Free("plan", await db.SubscriptionPlans.Select(p => p.Key).ToListAsync(ct));
            Note(await plans.ExecuteAsync(actor, PlanOf(answers, key), ct), "Plan", id => $"/plans/{id}");
        }

        if (answers.Has(ProgramKind.Club))
        {
            var key = Free("club", await db.Clubs.Select(c => c.Key).ToListAsync(ct));
            Note(await clubs.ExecuteAsync(actor, ClubOf(answers, key), ct), "Club", id => $"/plans/clubs/{id}");
        }

        if (answers.Has(ProgramKind.Partner))
        {
            var key = Free("partner", await db.Partners.Select(p => p.Key).ToListAsync(ct));
            var partner = await partners.AddAsync(actor, key, new SavePartner.Particulars(answers.PartnerName), ct);
            Note(partner, "Partner", id => $"/partners/{id}");
            if (partner.Accepted(out var number, out _) && (await agree.ExecuteAsync(actor, number, TermsOf(answers), null, note, ct)).Rejection is { } wrong)
            {
                refused.Add(wrong);
            }
        }

        if (answers.Has(ProgramKind.Referral))
        {
            next.Add(("Referral", "/referral"));
        }

        if (actor.May(Permission.ApiKeysManage))
        {
            next.Add(("Till", "/api-keys"));
        }

        return new SetupMade(version, refused, next);

        void Note(Result<int> made, string what, Func<int, string> href)
        {
            if (made.Accepted(out var id, out var rejection))
            {
                next.Add((what, href(id)));
            }
            else
            {
                refused.Add(rejection);
            }
        }
    }

    private static OfferOrder<PlanTerms> PlanOf(SetupAnswers answers, string key) => new()
    {
        Key = key,
        Name = answers.PlanName,
        Terms = new PlanTerms { Fee = Money.Of(answers.PlanFee), TrialDays = answers.PlanTrialDays, Benefits = Gift(answers.PlanGives, answers.PlanRate) },
    };

    private static OfferOrder<ClubTerms> ClubOf(SetupAnswers answers, string key) => new()
    {
        Key = key,
        Name = answers.ClubName,
        Terms = new ClubTerms
        {
            Threshold = answers.ClubThreshold > 0 ? new ClubThreshold(ClubMetric.Spend, answers.ClubThreshold, Months: 12) : null,
            Renewal = answers.ClubThreshold > 0 ? ClubRenewal.Threshold : ClubRenewal.ByStaff,
            Benefits = Gift(answers.ClubGives, answers.ClubRate),
        },
    };

    private static PartnerConditions TermsOf(SetupAnswers answers) => new()
    {
        Accrual = PartnerAccrual.Percent,
        Percent = answers.PartnerRate,
        Spending = answers.PartnerTakesPoints,
    };

    private static Benefits Gift(SetupGift gift, decimal rate) =>
        gift == SetupGift.Points ? new Benefits { AccrualRate = rate } : new Benefits { DiscountPercent = rate };

    /// <summary>The word itself where nobody has it, else with the first number that is free.</summary>
    private static string Free(string word, List<string> taken) =>
        Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? word : $"{word}-{n}").First(key => !taken.Contains(key));
}
