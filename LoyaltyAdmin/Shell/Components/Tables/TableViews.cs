using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>The columns that each person chose for each list.</summary>
public sealed class TableViews(UserSettings settings)
{
    /// <summary>A list as the person left it.</summary>
    public async Task<TableView<T>> OpenAsync<T>(Actor actor, string name, IReadOnlyList<TableColumn<T>> columns, CancellationToken ct) =>
        TableView<T>.Of(name, columns, await settings.ReadAsync(actor, SettingOf(name), ct));

    /// <summary>Remembers the choice; that of the list itself is forgotten, so that its later columns come by themselves.</summary>
    public Task SaveAsync<T>(Actor actor, TableView<T> view, CancellationToken ct) =>
        settings.SaveAsync(actor, SettingOf(view.Name), view.Chosen, ct);

    private static string SettingOf(string name) => $"columns.{name}";
}
