using System.Globalization;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security.Audit;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Audit;

/// <summary>Who changed what, over everything.</summary>
public sealed partial class AuditPage
{
    private const int PageSize = 50;
    private static readonly string[] Kinds = ["Member", "Account", "Card", "CardSeries", "LoyaltyProgram", "ProgramVersion", "Operator", "ApiKey", "Job"];

    private Page<AuditRow>? page;

    [Inject] public required AuditQueries Queries { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery] public string? Author { get; set; }

    [SupplyParameterFromQuery] public string? Subject { get; set; }

    [SupplyParameterFromQuery] public DateOnly? From { get; set; }

    [SupplyParameterFromQuery] public DateOnly? To { get; set; }

    [SupplyParameterFromQuery(Name = "page")] public int? Asked { get; set; }

    private int Number => Math.Max(1, Asked ?? 1);

    private List<KeyValuePair<string, string>> Subjects => [.. Kinds.Select(kind => KeyValuePair.Create(kind, Words.Kind(kind)))];

    protected override async Task OnParametersSetAsync()
    {
        var calendar = new ProgramCalendar(Units.Zone);
        var filter = new AuditFilter(
            Subject, null, Author?.Trim(), From is { } from ? calendar.StartOf(from) : null, To is { } to ? calendar.StartOf(to.AddDays(1)) : null);
        page = await Queries.ListAsync(await ActorAsync(), filter, new PageRequest((Number - 1) * PageSize, PageSize), Cancelled);
    }

    /// <summary>Where the thing is to be seen, where it has a page of its own.</summary>
    private static string? PageOf(AuditRow row) => row.Subject switch
    {
        "Operator" => $"/users/{row.SubjectId}",
        "Member" => $"/members/{row.SubjectId}",
        "Card" => $"/cards?search={row.SubjectId}",
        "CardSeries" => $"/cards/series/{row.SubjectId}",
        "ProgramVersion" => $"/program/versions/{row.SubjectId}",
        "ApiKey" => "/api-keys",
        _ => null,
    };

    /// <summary>Which one: its number, or what leads to it where its number says nothing to a person.</summary>
    private string Named(AuditRow row) => Guid.TryParse(row.SubjectId, out _) ? Text["Open"] : Text["Numbered", row.SubjectId];

    private string AddressOf(int number) =>
        Navigation.GetUriWithQueryParameter("page", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture));

    private void Filter(string name, string? value) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            [name.ToLowerInvariant()] = string.IsNullOrWhiteSpace(value) ? null : value,
            ["page"] = null,
        }),
        replace: true);
}
