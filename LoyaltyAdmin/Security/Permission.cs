namespace LoyaltyAdmin.Security;

/// <summary>What someone may do. Roles are sets of these; pages, use cases and endpoints ask for them by name.</summary>
public enum Permission
{
    DashboardView,
    ProgramView,
    ProgramEdit,
    ProgramPublish,
    MembersView,
    MembersEdit,

    /// <summary>Sees phones and e-mails of members in full; who may not sees them masked.</summary>
    PersonalDataView,

    /// <summary>Two members who are one: deciding, merging, and taking it back.</summary>
    MembersMerge,
    CardsManage,
    PointsCorrect,
    TiersGive,

    /// <summary>Plans and closed clubs: what they cost and give.</summary>
    PlansEdit,

    /// <summary>Subscriptions of members: starting, paying, cancelling, giving back.</summary>
    SubscriptionsManage,
    PartnersView,
    PartnersEdit,

    /// <summary>Makes and closes statements with partners and writes adjustments.</summary>
    SettlementsClose,
    /// <summary>Campaigns, coupons, draws and their budget.</summary>
    PromotionsView,
    PromotionsEdit,

    /// <summary>Approves promotions that another person has made.</summary>
    PromotionsApprove,
    GiftCardsView,

    /// <summary>Designs, series, selling, blocking, and whole codes of gift cards.</summary>
    GiftCardsEdit,

    /// <summary>Adds money to gift cards and takes it off.</summary>
    GiftCardsAdjust,

    /// <summary>Closed clubs: inviting members, letting them in, sending them away.</summary>
    ClubsManage,
    ReceiptsView,
    ReceiptsPost,
    ImportsView,
    ImportsRun,
    ReportsExport,
    LedgerProofView,
    JobsManage,
    AuditView,
    ApiKeysManage,
    UsersManage,
    DemoManage,
}
