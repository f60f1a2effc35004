namespace LoyaltyAdmin.Security;

/// <summary>The roles of the staff as sets of permissions.</summary>
public static class Roles
{
    public const string Administrator = nameof(Administrator);
    public const string Marketer = nameof(Marketer);
    public const string Manager = nameof(Manager);
    public const string Operator = nameof(Operator);

    private static readonly HashSet<Permission> Nothing = [];

    private static readonly Dictionary<string, HashSet<Permission>> Sets = new(StringComparer.Ordinal)
    {
        [Administrator] = [.. Enum.GetValues<Permission>()],
        [Marketer] =
        [
            Permission.DashboardView, Permission.ProgramView, Permission.ProgramEdit, Permission.ProgramPublish,
            Permission.MembersView, Permission.MembersEdit, Permission.MembersMerge, Permission.PersonalDataView, Permission.CardsManage, Permission.TiersGive,
            Permission.PlansEdit, Permission.SubscriptionsManage, Permission.ClubsManage,
            Permission.PartnersView, Permission.PartnersEdit,
            Permission.ReceiptsView, Permission.ImportsView, Permission.ImportsRun,
            Permission.ReportsExport, Permission.LedgerProofView, Permission.GiftCardsView, Permission.GiftCardsEdit,
            Permission.PromotionsView, Permission.PromotionsEdit,
        ],
        [Manager] =
        [
            Permission.DashboardView, Permission.ProgramView, Permission.MembersView, Permission.MembersEdit, Permission.PointsCorrect,
            Permission.TiersGive, Permission.SubscriptionsManage, Permission.ClubsManage, Permission.PartnersView, Permission.SettlementsClose,
            Permission.ReceiptsView, Permission.ImportsView, Permission.ReportsExport, Permission.LedgerProofView, Permission.AuditView,
            Permission.GiftCardsView, Permission.GiftCardsEdit, Permission.GiftCardsAdjust,
            Permission.PromotionsView, Permission.PromotionsApprove,
        ],
        [Operator] =
        [
            Permission.ProgramView, Permission.MembersView, Permission.MembersEdit, Permission.MembersMerge, Permission.PersonalDataView, Permission.SubscriptionsManage,
            Permission.ClubsManage, Permission.ReceiptsView, Permission.ReceiptsPost, Permission.GiftCardsView, Permission.PromotionsView,
        ],
    };

    /// <summary>In the order of what they may do, from all to least.</summary>
    public static IReadOnlyList<string> All { get; } = [Administrator, Marketer, Manager, Operator];

    /// <summary>What a role may do; nothing for a name that is none.</summary>
    public static IReadOnlySet<Permission> PermissionsOf(string role) => Sets.GetValueOrDefault(role, Nothing);
}
