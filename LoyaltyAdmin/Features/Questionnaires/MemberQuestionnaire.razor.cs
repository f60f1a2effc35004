using System.Globalization;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>A member's answers, filled in by staff: what is missing, what counts for nothing and why, whether points came.</summary>
public sealed partial class MemberQuestionnaire
{
    private const int Good = 70;
    private readonly Dictionary<string, string> values = [];
    private readonly HashSet<string> agreed = [];
    private Actor actor = new("", new HashSet<Permission>());
    private MemberQuestionnaireView? view;
    private Rejection? refused;
    private string operationId = "";
    private string store = "";
    private bool read;
    private bool busy;
    private long shown;

    [Inject] public required MemberQuestionnaireQueries Queries { get; init; }

    [Inject] public required FillQuestionnaire Fill { get; init; }

    [Inject] public required ConfirmContact Confirm { get; init; }

    [Inject] public required WithdrawConsent Withdraw { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public long MemberId { get; set; }

    [Parameter] public bool MayFill { get; set; }

    /// <summary>Told when something of the member changed.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private string Tone => view!.Score >= Good ? "good" : "careful";

    private IEnumerable<(ContactKind Kind, string Contact, DateTime? VerifiedAt)> Contacts =>
        new (ContactKind Kind, string? Contact, DateTime? VerifiedAt)[] { (ContactKind.Phone, view!.Phone, view.PhoneVerifiedAt), (ContactKind.Email, view.Email, view.EmailVerifiedAt) }
            .Where(c => c.Contact is not null).Select(c => (c.Kind, c.Contact!, c.VerifiedAt));

    protected override async Task OnParametersSetAsync()
    {
        if (shown != MemberId)
        {
            shown = MemberId;
            actor = await ActorAsync();
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        view = (await Queries.FindAsync(MemberId, Cancelled))?.For(actor);
        values.Clear();
        agreed.Clear();
        operationId = $"page:{Guid.NewGuid():N}";
        refused = null;
        read = true;
    }

    private string ValueOf(Question question) => values.TryGetValue(question.Key, out var typed) ? typed : view!.Sheet.Find(question.Key)?.Value ?? "";

    private string[] Chosen(Question question) => ValueOf(question).Split(',', StringSplitOptions.RemoveEmptyEntries);

    private void Choose(Question question, string option, bool yes) =>
        values[question.Key] = string.Join(',', yes ? Chosen(question).Append(option) : Chosen(question).Where(key => key != option));

    private void Agree(string key, bool yes)
    {
        if (yes ? !agreed.Add(key) : !agreed.Remove(key))
        {
            StateHasChanged();
        }
    }

    /// <summary>Contacts that the person may not see cannot be replaced either.</summary>
    private bool IsHidden(Question question) => !actor.May(Permission.PersonalDataView)
        && question.Kind switch { QuestionKind.Phone => view!.Phone is not null, QuestionKind.Email => view!.Email is not null, _ => false };

    private static string TypeOf(QuestionKind kind) => kind == QuestionKind.Phone ? "tel" : "text";

    private IEnumerable<(string Key, string Words)> Choices(Question question) => question.Kind == QuestionKind.YesNo
        ? [("true", Text["Yes"]), ("false", Text["No"])]
        : question.Options.Select(o => (o.Key, o.Words.In(Language)));

    private async Task SaveAsync()
    {
        if (busy || (values.Count == 0 && agreed.Count == 0))
        {
            return;
        }

        busy = true;
        try
        {
            var order = new FillingOrder
            {
                MemberId = MemberId,
                OperationId = operationId,
                Store = store.Trim() is { Length: > 0 } named ? named : null,
                Cashier = actor.Name.Length <= 100 ? actor.Name : actor.Name[..100],
                Answers = values.ToDictionary(),
                Consents = [.. view!.Asked.Content.Consents.Where(c => agreed.Contains(c.Key)).Select(c => new ConsentGiven(c.Key, c.Version, Given: true))],
                MayReplaceContacts = actor.May(Permission.PersonalDataView),
            };
            refused = (await Fill.ExecuteAsync(actor, order, Cancelled)).Rejection;
            if (refused is null)
            {
                await DoneAsync(Text["Saved"]);
            }
            else
            {
                operationId = $"page:{Guid.NewGuid():N}";
            }
        }
        finally
        {
            busy = false;
        }
    }

    private async Task ConfirmAsync(ContactKind kind, string contact, string? how) =>
        await ToldAsync(await Confirm.ExecuteAsync(actor, MemberId, kind, contact, how ?? "", Cancelled), Text["Confirmed"]);

    private async Task WithdrawAsync(string key, string? reason) =>
        await ToldAsync(await Withdraw.ExecuteAsync(actor, MemberId, key, reason ?? "", Cancelled), Text["Withdrawn"]);

    private async Task ToldAsync(Rejection? no, string done)
    {
        if (no is not null)
        {
            Refusals.Show(no);
            return;
        }

        await DoneAsync(done);
    }

    private async Task DoneAsync(string words)
    {
        await ReadAsync();
        StateHasChanged();
        await Changed.InvokeAsync();
        Refusals.Done(words);
    }
}
