using System.Globalization;
using System.Resources;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Platform.Localization;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell;
using LoyaltyAdmin.Shell.Layout;

namespace LoyaltyAdmin.Features.Search;

/// <summary>Finds pages by their names in any language of the portal, for who may see them.</summary>
public sealed class PageIndex
{
    private const int Most = 5;

    /// <summary>Pages that people look for and that no menu holds.</summary>
    private static readonly (string Key, string Href, Permission Permission)[] Others =
    [
        ("Page.NewMember", "/members/new", Permission.MembersEdit),
        ("Page.EditConditions", "/program/conditions/edit", Permission.ProgramEdit),
        ("Page.NewSeries", "/cards/series/new", Permission.CardsManage),
        ("Page.ImportCards", "/cards/import", Permission.CardsManage),
    ];

    private readonly Entry[] entries = [.. Entries()];

    /// <summary>Those with a word of the name that begins with what is typed, named in the current language.</summary>
    public IReadOnlyList<Finding> Find(Actor actor, string typed)
    {
        var folded = MemberSearch.Fold(typed);
        return folded.Length == 0 ? [] : [.. entries
            .Where(entry => actor.May(entry.Permission) && entry.Keys.Any(key => Begins(key, folded)))
            .Take(Most)
            .Select(entry => new Finding(FindingKind.Page, entry.Name(CultureInfo.CurrentUICulture), null, entry.Href))];
    }

    private static bool Begins(string name, string typed) => (" " + name).Contains(" " + typed, StringComparison.Ordinal);

    private static IEnumerable<Entry> Entries()
    {
        var menu = new ResourceManager(typeof(ShellText).FullName!, typeof(ShellText).Assembly);
        var own = new ResourceManager(typeof(SearchText).FullName!, typeof(SearchText).Assembly);
        return NavItems.All.Select(item => Entry.Of(menu, item.Key, item.Href, item.Permission))
            .Concat(Others.Select(page => Entry.Of(own, page.Key, page.Href, page.Permission)));
    }

    private sealed record Entry(Func<CultureInfo, string> Name, string[] Keys, string Href, Permission Permission)
    {
        public static Entry Of(ResourceManager texts, string key, string href, Permission permission)
        {
            return new Entry(Name, [.. Cultures.All.Select(culture => MemberSearch.Fold(Name(CultureInfo.GetCultureInfo(culture))))], href, permission);

            string Name(CultureInfo culture) => texts.GetString(key, culture) ?? key;
        }
    }
}
