using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Layout;

/// <summary>The menu, in the order of work. A line whose page does not exist is left out.</summary>
public static class NavItems
{
    private static readonly NavItem[] Table =
    [
        new("Menu.Overview", "/", "space_dashboard", Permission.DashboardView),
        new("Menu.Conditions", "/program/conditions", "tune", Permission.ProgramView, "Menu.Program"),
        new("Menu.Tiers", "/tiers", "stairs", Permission.ProgramView, "Menu.Program"),
        new("Menu.Plans", "/plans", "workspace_premium", Permission.ProgramView, "Menu.Program"),
        new("Menu.Partners", "/partners", "handshake", Permission.PartnersView, "Menu.Program"),
        new("Menu.Joining", "/joining", "how_to_reg", Permission.ProgramView, "Menu.Program"),
        new("Menu.Referral", "/referral", "group_add", Permission.ProgramView, "Menu.Program"),
        new("Menu.Questionnaire", "/joining/questionnaire", "assignment_ind", Permission.ProgramView, "Menu.Program"),
        new("Menu.Terms", "/terms", "history_edu", Permission.ProgramView, "Menu.Program"),
        new("Menu.Members", "/members", "group", Permission.MembersView, "Menu.Members"),
        new("Menu.Duplicates", "/members/duplicates", "join_inner", Permission.MembersMerge, "Menu.Members"),
        new("Menu.Households", "/households", "family_restroom", Permission.MembersView, "Menu.Members"),
        new("Menu.Cards", "/cards", "credit_card", Permission.MembersView, "Menu.Members"),
        new("Menu.Quality", "/joining/quality", "fact_check", Permission.DashboardView, "Menu.Members"),
        new("Menu.Campaigns", "/campaigns", "campaign", Permission.PromotionsView, "Menu.Promotions"),
        new("Menu.Coupons", "/coupons", "confirmation_number", Permission.PromotionsView, "Menu.Promotions"),
        new("Menu.GiftCards", "/gift-cards", "redeem", Permission.GiftCardsView, "Menu.Promotions"),
        new("Menu.Receipts", "/receipts", "receipt_long", Permission.ReceiptsView, "Menu.Operations"),
        new("Menu.Goods", "/goods", "sell", Permission.DashboardView, "Menu.Operations"),
        new("Menu.Imports", "/imports", "upload_file", Permission.ImportsView, "Menu.Operations"),
        new("Menu.Jobs", "/jobs", "schedule", Permission.JobsManage, "Menu.Operations"),
        new("Menu.LedgerProof", "/ledger-proof", "balance", Permission.LedgerProofView, "Menu.Operations"),
        new("Menu.ApiGuide", "/api-guide", "integration_instructions", Permission.ReceiptsView, "Menu.Operations"),
        new("Menu.ApiKeys", "/api-keys", "key", Permission.ApiKeysManage, "Menu.Operations"),
        new("Menu.Audit", "/audit", "history", Permission.AuditView, "Menu.Operations"),
        new("Menu.Users", "/users", "manage_accounts", Permission.UsersManage, "Menu.Settings"),
    ];

    public static IReadOnlyList<NavItem> All { get; } = Existing();

    private static NavItem[] Existing()
    {
        var routes = typeof(NavItems).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>())
            .Select(route => route.Template)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Table.Where(item => routes.Contains(item.Href))];
    }
}
