using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>For whom the campaign is, with how many they are now.</summary>
public sealed partial class AudiencePart
{
    private int? size;

    [Inject] public required CampaignAudiences Audiences { get; init; }

    /// <summary>Who edits.</summary>
    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    private CampaignAudience A => Form.Terms.Audience;

    protected override Task OnInitializedAsync() => CountAsync();

    private Task ChooseAsync(AudienceKind kind) => SetAsync(new CampaignAudience { Kind = kind });

    private Task NameAsync(IReadOnlyList<string> keys) => SetAsync(A with { Keys = keys });

    private async Task SetAsync(CampaignAudience audience)
    {
        Form.Set(t => t with { Audience = audience });
        await CountAsync();
    }

    private async Task CountAsync()
    {
        var asked = A;
        var counted = await Audiences.SizeAsync(Actor, asked, CancellationToken.None);
        if (ReferenceEquals(asked, A))
        {
            size = counted;
        }
    }
}
