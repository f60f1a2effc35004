using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Features.Joining;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Referrals;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Registers a member or changes what is known of one.</summary>
public sealed partial class MemberFormPage
{
    private Input input = new();
    private MemberDetails? details;
    private string name = "";
    private bool asksCode;
    private bool hidesContacts;
    private bool missing;

    [Inject] public required MemberQueries Queries { get; init; }

    [Inject] public required RegisterMember Register { get; init; }

    [Inject] public required EditMember Edit { get; init; }

    [Inject] public required FindDuplicates Duplicates { get; init; }

    [Inject] public required WelcomeMembers Welcome { get; init; }

    [Inject] public required UseReferralCode Codes { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required FormState Form { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>The member to change; null to register one.</summary>
    [Parameter] public long? Id { get; set; }

    private string Back => Id is null ? "/members" : $"/members/{Id}";

    private IReadOnlyList<Crumb> Crumbs => details is null
        ? [new Crumb(Text["Title"], "/members")]
        : [new Crumb(Text["Title"], "/members"), new Crumb(name, Back)];

    protected override async Task OnParametersSetAsync()
    {
        var actor = await ActorAsync();
        hidesContacts = Id is not null && !actor.May(Permission.PersonalDataView);
        asksCode = Id is null && (await Timelines.GetAsync(Cancelled)).InForceAt(Clock.UtcNow).Conditions.Referral.Enabled;
        if (Id is { } id && details?.Id != id)
        {
            details = await Queries.DetailsAsync(id, Cancelled);
            missing = details is null;
            input = details is null ? new Input() : Input.Of(details.Profile);
            name = details?.For(actor).DisplayName ?? "";
        }
    }

    private void Changed() => Form.IsChanged = true;

    private async Task SaveAsync() => await Form.SaveAsync(Text["NotSaved"], CheckAsync, () => Id is null ? RegisterAsync() : EditAsync(details!));

    /// <summary>All fields that are wrong by themselves, so that the person mends them in one go.</summary>
    private async Task<IReadOnlyList<Rejection>> CheckAsync()
    {
        var now = Clock.UtcNow;
        var timeline = await Timelines.GetAsync(Cancelled);
        var (_, problems) = input.ToProfile().Normalise(PhoneNumber.CountryOf(timeline.InForceAt(now).Conditions.Currency), timeline.CalendarAt(now).DayOf(now));
        return [.. problems];
    }

    private async Task<Rejection?> RegisterAsync()
    {
        var registration = new MemberRegistration { Profile = input.ToProfile(), Card = input.Card };
        if (!(await Register.ExecuteAsync(await ActorAsync(), registration, Cancelled)).Accepted(out var registered, out var rejection))
        {
            return rejection;
        }

        await Duplicates.LookForAsync(await ActorAsync(), registered.MemberId, Cancelled);
        await Welcome.WelcomeAsync((await ActorAsync()).Name, [registered.MemberId], Cancelled);
        Leave($"/members/{registered.MemberId}", Text["Registered"]);
        await UseCodeAsync(registered.MemberId);
        return null;
    }

    /// <summary>A code that cannot be used is told; the registration stands.</summary>
    private async Task UseCodeAsync(long member)
    {
        if (!string.IsNullOrWhiteSpace(input.ReferralCode)
            && (await Codes.ExecuteAsync(await ActorAsync(), member, input.ReferralCode, null, Cancelled)).Rejection is { } refused)
        {
            Refusals.Show(refused);
        }
    }

    private async Task<Rejection?> EditAsync(MemberDetails member)
    {
        if (!(await Edit.ExecuteAsync(await ActorAsync(), member.Id, member.Version, input.ToProfile(), Cancelled)).Accepted(out _, out var rejection))
        {
            return rejection;
        }

        await Duplicates.LookForAsync(await ActorAsync(), member.Id, Cancelled);
        Leave(Back, Text["Saved"]);
        return null;
    }

    private void Leave(string href, string done)
    {
        Form.IsChanged = false;
        Refusals.Done(done);
        Navigation.NavigateTo(href);
    }

    private Task AskBeforeLeavingAsync(LocationChangingContext context) => Form.AskBeforeLeavingAsync(context, Text["Leave"], Text["LeaveQuestion"]);

    private sealed class Input
    {
        public string? LastName { get; set; }

        public string? FirstName { get; set; }

        public DateOnly? BirthDate { get; set; }

        public string? Phone { get; set; }

        public string? Card { get; set; }

        public string? Email { get; set; }

        public string? ExternalId { get; set; }

        public string? Channel { get; set; }

        public string? ReferralCode { get; set; }

        public bool AgreedToOffers { get; set; }

        public string? Note { get; set; }

        public static Input Of(MemberProfile profile) => new()
        {
            LastName = profile.LastName,
            FirstName = profile.FirstName,
            BirthDate = profile.BirthDate,
            Phone = profile.Phone,
            Email = profile.Email,
            ExternalId = profile.ExternalId,
            Channel = profile.Channel,
            AgreedToOffers = profile.AgreedToOffers,
            Note = profile.Note,
        };

        public MemberProfile ToProfile() => new()
        {
            LastName = LastName,
            FirstName = FirstName,
            BirthDate = BirthDate,
            Phone = Phone,
            Email = Email,
            ExternalId = ExternalId,
            Channel = Channel,
            AgreedToOffers = AgreedToOffers,
            Note = Note,
        };
    }
}
