using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns.Words;
using LoyaltyAdmin.Shell.Components;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>A campaign while it is edited: what was typed, what is wrong with it, what it can name.</summary>
public sealed class CampaignForm
{
    private readonly string original;
    private readonly Refusals refusals;
    private readonly HashSet<string> unreadable = [];
    private IReadOnlyList<Rejection> refused = [];
    private IReadOnlyList<Rejection>? problems;

    /// <param name="draft">As it was kept, or as a template proposes.</param>
    /// <param name="isNew">Whether it is kept nowhere yet.</param>
    /// <param name="refusals">Says what is wrong.</param>
    public CampaignForm(WriteCampaign.Draft draft, bool isNew, Refusals refusals)
    {
        (Name, Key, Goal, Terms, IsNew, this.refusals) = (draft.Name, draft.Key, draft.Goal, draft.Terms, isNew, refusals);
        Root = ConditionDraft.Root(draft.Terms.Condition);
        Rewards = [.. draft.Terms.Rewards.Select(r => new RewardDraft(r))];
        original = Told();
    }

    /// <summary>Told of each change.</summary>
    public event Action? Changed;

    public string Name { get; private set; }

    public string Key { get; private set; }

    public string Goal { get; }

    public bool IsNew { get; private set; }

    /// <summary>All but the conditions and rewards, which are edited beside it.</summary>
    public CampaignTerms Terms { get; private set; }

    public ConditionDraft Root { get; }

    public List<RewardDraft> Rewards { get; }

    /// <summary>What campaigns can name.</summary>
    public required CampaignKeys Keys { get; init; }

    /// <summary>How campaigns stack.</summary>
    public required StackingPolicy Policy { get; init; }

    /// <summary>The groups of the policy, each before those that stand in it.</summary>
    public IEnumerable<StackingGroup> Groups => Flat(Policy.Groups);

    /// <summary>Says figures in the units of the program.</summary>
    public required CampaignWords Words { get; init; }

    /// <summary>The local day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What is wrong, each with its field.</summary>
    public IReadOnlyList<Rejection> Problems => problems ??= [.. WriteCampaign.Check(Draft(), IsNew), .. CampaignChecks.Check(Build(), Policy), .. refused];

    /// <summary>Whether what is wrong is told beside the fields: not before somebody has begun.</summary>
    public bool TellsProblems { get; set; }

    public bool IsDirty => unreadable.Count > 0 || Told() != original;

    /// <summary>Whether a field holds what is no number.</summary>
    public bool HasUnreadable => unreadable.Count > 0;

    /// <summary>The terms as they are now.</summary>
    public CampaignTerms Build() => Terms with { Condition = Root.Build(), Rewards = [.. Rewards.Select(r => r.Settings)] };

    /// <summary>What is to be kept.</summary>
    public WriteCampaign.Draft Draft() => new() { Name = Name, Key = Key, Goal = Goal, Terms = Build() };

    /// <summary>Other terms.</summary>
    public void Set(Func<CampaignTerms, CampaignTerms> change)
    {
        Terms = change(Terms);
        Touch();
    }

    /// <summary>Another name.</summary>
    public void Rename(string name)
    {
        Name = name;
        Touch();
    }

    /// <summary>Another key.</summary>
    public void Rekey(string key)
    {
        Key = key;
        Touch();
    }

    /// <summary>Tells that something was changed.</summary>
    public void Touch()
    {
        (refused, problems, TellsProblems) = ([], null, true);
        Changed?.Invoke();
    }

    /// <summary>Remembers that a field holds what is no number, or does not any more.</summary>
    public void Mark(string place, bool isUnreadable)
    {
        _ = isUnreadable ? unreadable.Add(place) : unreadable.Remove(place);
        Changed?.Invoke();
    }

    /// <summary>Remembers that it is kept now, so that its key stays.</summary>
    public void Keep() => (IsNew, problems) = (false, null);

    /// <summary>Shows why it was not kept, beside the field where there is one.</summary>
    public void Refuse(Rejection rejection)
    {
        (refused, problems, TellsProblems) = (rejection.Field is null ? [] : [rejection], null, true);
        Changed?.Invoke();
    }

    /// <summary>What is wrong with a field, in words; null for nothing.</summary>
    public string? Error(string field) => TellsProblems && Problems.FirstOrDefault(p => p.Field == field) is { } wrong ? refusals.TextOf(wrong) : null;

    /// <summary>What is wrong, in words.</summary>
    public string TextOf(Rejection problem) => refusals.TextOf(problem);

    private static IEnumerable<StackingGroup> Flat(IEnumerable<StackingGroup> groups) => groups.SelectMany(g => Flat(g.Groups).Prepend(g));

    private string Told() => $"{Name}\n{Key}\n{CampaignJson.Write(Build())}";
}
