using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Localization;

namespace LoyaltyAdmin.Api.V1;

/// <summary>The terms of the program for a shop's own pages.</summary>
public static class TermsApi
{
    public static void MapTerms(this RouteGroupBuilder v1) =>
        v1.MapGroup("/terms").WithTags("Program").MapGet("/", GetAsync).RequireScope(ApiScope.ReceiptsRead)
            .WithSummary("The terms of the program, written from the settings in force")
            .WithDescription("For customers or, with audience=cashier, for cashiers; in English or, with language=ru, in Russian.")
            .Produces<TermsAnswer>();

    private static async Task<IResult> GetAsync(
        string? audience, string? language, WriteTerms write, ProgramTimelines timelines, BusinessClock clock, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        var now = clock.UtcNow;
        var version = timeline.InForceAt(now);
        var texts = await write.AllAsync(version.Conditions, timeline.Program.PointDecimals, now, ct);
        var whose = string.Equals(audience, nameof(TermsAudience.Cashier), StringComparison.OrdinalIgnoreCase) ? TermsAudience.Cashier : TermsAudience.Customer;
        var document = texts.For(whose, Cultures.All.Contains(language) ? language! : Cultures.English);
        return Results.Ok(new TermsAnswer
        {
            Version = version.Number,
            Sections = [.. document.Sections.Select(s => new TermsSectionAnswer(s.Heading, s.Sentences))],
        });
    }

    /// <summary>The terms.</summary>
    public sealed record TermsAnswer
    {
        /// <summary>Number of the conditions in force.</summary>
        public required int Version { get; init; }

        public required IReadOnlyList<TermsSectionAnswer> Sections { get; init; }
    }

    /// <summary>A heading with its sentences.</summary>
    public sealed record TermsSectionAnswer(string Heading, IReadOnlyList<string> Sentences);
}
