using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Gallery;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>What a new campaign begins with: a template of the gallery or nothing, with a key that is free.</summary>
public sealed class CampaignDrafts(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock, IStringLocalizer<CampaignsText> text)
{
    private const string Plain = "campaign";

    /// <summary>A draft that is kept nowhere yet.</summary>
    /// <param name="actor">Who begins.</param>
    /// <param name="template">Key of the template; what is unknown begins with nothing.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<WriteCampaign.Draft> BeginAsync(Actor actor, string? template, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        var chosen = CampaignGallery.All.FirstOrDefault(t => t.Key == template);
        var now = clock.UtcNow;
        var today = (await timelines.GetAsync(ct)).CalendarAt(now).DayOf(now).ToDateTime(TimeOnly.MinValue);
        var terms = chosen?.Terms ?? new CampaignTerms { ControlPercent = CampaignTemplate.UsualControl };
        if (chosen?.Days is { } days)
        {
            terms = terms with { Period = terms.Period with { From = today.AddDays(1), Until = today.AddDays(1 + days) } };
        }

        return new WriteCampaign.Draft
        {
            Key = await FreeKeyAsync(chosen?.Key ?? Plain, ct),
            Name = chosen is null ? "" : chosen.Name.In(text["Language"]),
            Goal = chosen?.Goal.ToString() ?? "",
            Terms = terms,
        };
    }

    private async Task<string> FreeKeyAsync(string wanted, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var taken = (await db.Campaigns.Where(c => c.Key.StartsWith(wanted)).Select(c => c.Key).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return taken.Contains(wanted) || wanted == Plain
            ? Enumerable.Range(1, int.MaxValue).Select(n => $"{wanted}-{n}").First(key => !taken.Contains(key))
            : wanted;
    }
}
