using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>The lists that belong together under plans and clubs.</summary>
public sealed partial class PlanTabs
{
    private static readonly (string Name, string Href)[] Tabs = [("TabPlans", "/plans"), ("TabSubscriptions", "/plans/subscriptions"), ("TabClubs", "/plans/clubs")];

    /// <summary>The address of the tab that is shown.</summary>
    [Parameter, EditorRequired] public required string Current { get; set; }
}
