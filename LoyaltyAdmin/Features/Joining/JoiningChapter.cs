using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Terms;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Joining;

/// <summary>What the terms say of joining.</summary>
public sealed class JoiningChapter(ConditionsWords words, IStringLocalizer<JoiningText> text) : ITermsChapter
{
    public int Place => 5;

    public Task<IReadOnlyList<TermsSection>> WriteAsync(TermsScope scope, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<TermsSection>>([new TermsSection(text["Heading"], words.Chapter(scope.Conditions, "Joining"))]);
}
