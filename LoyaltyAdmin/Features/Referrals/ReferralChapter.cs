using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Terms;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>What the terms say of bringing friends; a cashier asks for the code.</summary>
public sealed class ReferralChapter(ConditionsWords words, IStringLocalizer<ReferralsText> text) : ITermsChapter
{
    public int Place => 60;

    public Task<IReadOnlyList<TermsSection>> WriteAsync(TermsScope scope, CancellationToken ct)
    {
        IReadOnlyList<TermsSection> sections = scope.Conditions.Referral.Enabled
            ? [new TermsSection(text["Title"], scope.ForCustomers ? words.Chapter(scope.Conditions, "Referral") : [text["AskForCode"], .. words.Chapter(scope.Conditions, "Referral").Take(2)])]
            : [];
        return Task.FromResult(sections);
    }
}
