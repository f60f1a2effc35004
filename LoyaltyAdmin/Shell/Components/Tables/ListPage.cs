using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>What a table asks of the list that it shows.</summary>
public abstract class ListPage<TRow> : CancellablePage
{
    private Task saving = Task.CompletedTask;

    [Inject] public required TableViews Views { get; init; }

    /// <summary>The columns as their person left them; null until they are read.</summary>
    public TableView<TRow>? View { get; private protected set; }

    /// <summary>What is filtered by, in words.</summary>
    public abstract IReadOnlyList<FilterChip> Chips { get; }

    /// <summary>The workbook of what is shown; null for those who may not take it along.</summary>
    public abstract string? ExportHref { get; }

    public abstract string SortedBy { get; }

    public abstract bool Descending { get; }

    public abstract int Number { get; }

    public abstract int PageSize { get; }

    /// <summary>The address of the list in another order.</summary>
    public abstract string SortedAddress(string by, bool descending);

    /// <summary>The address of another page.</summary>
    public abstract string PageAddress(int number);

    /// <summary>Other columns: shown at once, remembered after those that were chosen before.</summary>
    public Task ChooseAsync(TableView<TRow> view)
    {
        View = view;
        StateHasChanged();
        return saving = SaveAsync(saving, view);
    }

    private async Task SaveAsync(Task before, TableView<TRow> view)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        if (ReferenceEquals(view, View))
        {
            await Views.SaveAsync(await ActorAsync(), view, Cancelled);
        }
    }
}

/// <summary>
/// A page, or a tab of one, that shows a list: filter, order and page are in the address, the columns are each person's own.
/// A list says what it is and how it is read; the rest is here.
/// </summary>
/// <typeparam name="TRow">What is listed.</typeparam>
/// <typeparam name="TFilter">Which of it; equal where it is the same.</typeparam>
/// <typeparam name="TRead">What is read at once: the rows of a page and what the whole adds up to.</typeparam>
public abstract class ListPage<TRow, TFilter, TRead> : ListPage<TRow>
    where TFilter : notnull, new()
    where TRead : class
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private TableList<TRow, TFilter>? list;
    private bool begun;
    private bool typing;

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>Asked for so that every change of the address is heard of.</summary>
    [SupplyParameterFromQuery(Name = "page")] public int? AskedPage { get; set; }

    public sealed override IReadOnlyList<FilterChip> Chips => list?.Chips(State) ?? [];

    public sealed override string? ExportHref =>
        list is not null && View is not null && Actor.May(Permission.ReportsExport) ? list.ExportOf(State, View) : null;

    public sealed override string SortedBy => State.Sort;

    public sealed override bool Descending => State.Descending;

    public sealed override int Number => State.Page;

    public sealed override int PageSize => list?.PageSize ?? 1;

    /// <summary>Who looks at the list; nobody until the list is opened.</summary>
    protected Actor Actor { get; private set; } = new("", new HashSet<Permission>());

    /// <summary>What is asked for.</summary>
    protected ListState<TFilter> State { get; private set; } = new(new TFilter(), "", false);

    protected TFilter Filter => State.Filter;

    /// <summary>What was read last; null until the first time.</summary>
    protected TRead? Shown { get; private set; }

    /// <summary>The search as it is typed, ahead of the address.</summary>
    protected string Typed { get; private set; } = "";

    /// <summary>The address without any filter.</summary>
    protected string WholeAddress => list?.Path ?? "";

    public sealed override string SortedAddress(string by, bool descending) => list!.AddressOf(State with { Sort = by, Descending = descending, Page = 1 });

    public sealed override string PageAddress(int number) => list!.AddressOf(State with { Page = number });

    /// <summary>What the list is.</summary>
    protected abstract TableList<TRow, TFilter> Describe();

    /// <summary>Reads what is asked for.</summary>
    protected abstract Task<TRead> ReadAsync(ListState<TFilter> state, PageRequest page);

    /// <summary>What the page needs beside the list, before it is read.</summary>
    protected virtual Task OpenAsync() => Task.CompletedTask;

    protected sealed override async Task OnInitializedAsync()
    {
        Actor = await ActorAsync();
        await OpenAsync();
        var described = Describe();
        View = await Views.OpenAsync(Actor, described.Name, described.Columns, Cancelled);
        list = described;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (list is null || (begun && !IsHere()))
        {
            return;
        }

        var wanted = list.Read(ListParameters.Of(Navigation.Uri));
        if (begun && wanted == State)
        {
            return;
        }

        (State, begun) = (wanted, true);
        Typed = typing ? Typed : SearchOf(wanted.Filter);
        await ReloadAsync();
    }

    /// <summary>Reads anew, after a change; what was never read is on its way.</summary>
    protected async Task ReloadAsync()
    {
        if (!begun)
        {
            return;
        }

        var wanted = State;
        var read = await ReadAsync(wanted, wanted.Rows(PageSize));
        if (ReferenceEquals(wanted, State))
        {
            Shown = read;
        }
    }

    /// <summary>Shows what another filter finds.</summary>
    protected void Go(TFilter filter) => Go(filter, replace: false);

    /// <summary>Searches once the typing pauses.</summary>
    protected async Task TypeAsync(ChangeEventArgs args)
    {
        var mine = (string?)args.Value ?? "";
        (Typed, typing) = (mine, true);
        await Task.Delay(Pause, Cancelled);
        if (mine == Typed && list is not null)
        {
            typing = false;
            Go(list.Fields.Single(f => f.Key == ListField.Search).Read(Filter, mine), replace: true);
        }
    }

    private void Go(TFilter filter, bool replace) => Navigation.NavigateTo(list!.AddressOf(State with { Filter = filter, Page = 1 }), replace: replace);

    private string SearchOf(TFilter filter) => list!.Fields.FirstOrDefault(f => f.Key == ListField.Search)?.Write(filter) ?? "";

    /// <summary>Whether the address is still this list's: it changes before the page is left.</summary>
    private bool IsHere() => new Uri(Navigation.Uri).AbsolutePath == Navigation.ToAbsoluteUri(list!.Path).AbsolutePath;
}
