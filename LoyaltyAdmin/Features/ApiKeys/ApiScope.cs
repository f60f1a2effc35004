using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>What a key of the REST API may be allowed: a name that its owner understands, and the permissions behind it.</summary>
public sealed record ApiScope(string Name, IReadOnlySet<Permission> Permissions)
{
    public const string MembersRead = "members.read";
    public const string MembersWrite = "members.write";
    public const string ReceiptsRead = "receipts.read";
    public const string ReceiptsWrite = "receipts.write";
    public const string GiftCardsWrite = "giftcards.write";
    public const string PromotionsWrite = "promotions.write";
    public const string Imports = "imports";
    public const string KpiRead = "kpi.read";
    public const string LedgerRead = "ledger.read";

    /// <summary>Every scope there is, in the order that the pages show.</summary>
    public static IReadOnlyList<ApiScope> All { get; } =
    [
        Of(MembersRead, Permission.MembersView),
        Of(MembersWrite, Permission.MembersView, Permission.MembersEdit, Permission.SubscriptionsManage, Permission.ClubsManage),
        Of(ReceiptsRead, Permission.ReceiptsView),
        Of(ReceiptsWrite, Permission.ReceiptsView, Permission.ReceiptsPost),
        Of(GiftCardsWrite, Permission.GiftCardsView, Permission.GiftCardsEdit),
        Of(PromotionsWrite, Permission.PromotionsView, Permission.PromotionsEdit),
        Of(Imports, Permission.ImportsView, Permission.ImportsRun),
        Of(KpiRead, Permission.DashboardView),
        Of(LedgerRead, Permission.LedgerProofView),
    ];

    /// <summary>What the till of a partner may be allowed.</summary>
    public static IReadOnlySet<string> OfPartners { get; } = new HashSet<string> { ReceiptsRead, ReceiptsWrite };

    /// <summary>All that several scopes permit; names that are no scope permit nothing.</summary>
    public static IReadOnlySet<Permission> PermissionsOf(IEnumerable<string> scopes) =>
        All.Where(scope => scopes.Contains(scope.Name)).SelectMany(scope => scope.Permissions).ToHashSet();

    private static ApiScope Of(string name, params Permission[] permissions) => new(name, permissions.ToHashSet());
}
