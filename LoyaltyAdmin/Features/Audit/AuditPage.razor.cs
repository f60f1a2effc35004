using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security.Audit;
using Microsoft.AspNetCore.Components;
using Radzen;
using Radzen.Blazor;

namespace LoyaltyAdmin.Features.Audit;

/// <summary>Who changed what, over everything.</summary>
public sealed partial class AuditPage
{
    private static readonly string[] Kinds = ["Member", "Account", "LoyaltyProgram", "ProgramVersion", "Operator", "ApiKey"];

    private RadzenDataGrid<AuditRow>? grid;
    // Null until the first answer: a grid asks for its first page only while it has no data at all.
    private Page<AuditRow>? page;
    private (string?, string?, DateOnly?, DateOnly?) shown;
    private bool loading;

    [Inject] public required AuditQueries Queries { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery] public string? Author { get; set; }

    [SupplyParameterFromQuery] public string? Subject { get; set; }

    [SupplyParameterFromQuery] public DateOnly? From { get; set; }

    [SupplyParameterFromQuery] public DateOnly? To { get; set; }

    private List<KeyValuePair<string, string>> Subjects => [.. Kinds.Select(kind => KeyValuePair.Create(kind, SubjectName(kind)))];

    protected override async Task OnParametersSetAsync()
    {
        if (shown != (Author, Subject, From, To))
        {
            shown = (Author, Subject, From, To);
            await (grid?.FirstPage(true) ?? Task.CompletedTask);
        }
    }

    private static string? PageOf(AuditRow row) => row.Subject switch
    {
        "Operator" => $"/users/{row.SubjectId}",
        "Member" => $"/members/{row.SubjectId}",
        _ => null,
    };

    private async Task LoadAsync(LoadDataArgs args)
    {
        loading = true;
        try
        {
            var calendar = new ProgramCalendar(Units.Zone);
            var filter = new AuditFilter(
                Subject, null, Author?.Trim(), From is { } from ? calendar.StartOf(from) : null, To is { } to ? calendar.StartOf(to.AddDays(1)) : null);
            page = await Queries.ListAsync(filter, new PageRequest(args.Skip ?? 0, args.Top ?? 50), Cancelled);
        }
        finally
        {
            loading = false;
        }
    }

    private void Filter(string name, string? value) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name.ToLowerInvariant(), string.IsNullOrWhiteSpace(value) ? null : value), replace: true);

    private string SubjectName(string kind) => Words["Audit.Subject." + kind] is { ResourceNotFound: false } name ? name : kind;
}
