using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>The versions of the program: since when, by whom and why.</summary>
public sealed partial class VersionsList
{
    [Inject] public required AuditWords People { get; init; }

    /// <summary>All of them, as the page has read them.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<VersionRow> Versions { get; set; }

    private IEnumerable<string> Figures => [Text["Versions.Count", Shown!.Total]];

    protected override TableList<VersionRow, NoFilter> Describe() => VersionsTable.List(Text, People, Units);

    protected override Task<Page<VersionRow>> ReadAsync(ListState<NoFilter> state, PageRequest page) =>
        Task.FromResult(new Page<VersionRow>([.. Versions.Skip(page.Skip).Take(page.Take)], Versions.Count));

    private static string HrefOf(VersionRow row) => $"/program/versions/{row.Number}";
}
