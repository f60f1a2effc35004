using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Kpi;

namespace LoyaltyAdmin.Api.V1;

/// <summary>The program's figures.</summary>
public static class KpiApi
{
    public static void MapKpi(this RouteGroupBuilder v1)
    {
        var kpi = v1.MapGroup("/kpi").WithTags("Figures").RequireScope(ApiScope.KpiRead);
        kpi.MapGet("/", FiguresAsync)
            .WithSummary("The figures of a period")
            .WithDescription("From the first day (inclusive) to the second (exclusive), in the program's zone; not rounded, null where there is nothing to divide by.")
            .Produces<KpiAnswer>();
        kpi.MapGet("/cohorts", CohortsAsync)
            .WithSummary("Members by the month of their first receipt")
            .WithDescription("Each from month 0 through the last month before the period's end.")
            .Produces<IReadOnlyList<CohortAnswer>>();
        kpi.MapGet("/rfm", RfmAsync)
            .WithSummary("Members by recency, frequency and money")
            .WithDescription("Those with a receipt in the 24 months before asOf; cells are named by their R, F and M scores.")
            .Produces<RfmFigures>();
    }

    private static async Task<IResult> FiguresAsync(ApiDay from, ApiDay to, KpiQueries queries, CancellationToken ct) =>
        Refuse(from, to) ?? Results.Ok(KpiAnswer.Of(await queries.GetAsync(new KpiPeriod(from.Day, to.Day), ct)));

    private static async Task<IResult> CohortsAsync(ApiDay from, ApiDay to, KpiQueries queries, CancellationToken ct) =>
        Refuse(from, to) ?? Results.Ok((await queries.CohortsAsync(new KpiPeriod(from.Day, to.Day), ct)).Select(CohortAnswer.Of));

    private static async Task<IResult> RfmAsync(ApiDay asOf, KpiQueries queries, CancellationToken ct) =>
        Results.Ok(await queries.RfmAsync(asOf.Day, ct));

    private static ApiProblem? Refuse(ApiDay from, ApiDay to)
    {
        if (to.Day >= from.Day)
        {
            return null;
        }

        var errors = new FieldErrors();
        errors.Add("to", "Api.NotBefore", from.ToString());
        return errors.ToProblem();
    }
}
