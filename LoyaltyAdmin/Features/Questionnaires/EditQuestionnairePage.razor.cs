using System.Globalization;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>The draft of the next questionnaire beside what customers will see; every change is kept at once.</summary>
public sealed partial class EditQuestionnairePage
{
    private readonly Dictionary<QuestionStep, QuestionKind> kinds = Enum.GetValues<QuestionStep>().ToDictionary(step => step, _ => QuestionKind.Text);
    private Actor actor = new("", new HashSet<Permission>());
    private QuestionnaireVersion? draft;
    private Questionnaire content = new();
    private int revision;
    private string? opened;
    private string consentKey = "";
    private string note = "";
    private Rejection? problem;
    private Task saving = Task.CompletedTask;

    [Inject] public required EditQuestionnaire Edit { get; init; }

    [Inject] public required PublishQuestionnaire Publish { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>Kinds that can be added: of the profile those that are not asked yet.</summary>
    private IEnumerable<QuestionKind> Free => Enum.GetValues<QuestionKind>().Where(kind => !kind.IsProfile() || content.Find(kind.KeyOf()) is null);

    protected override async Task OnInitializedAsync()
    {
        actor = await ActorAsync();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        draft = await Edit.BeginAsync(actor, Cancelled);
        (content, revision) = (draft.Content, draft.Revision);
        Check();
    }

    private void Check() => problem = QuestionnaireCheck.Problems(content, Units.PointDecimals) is [var first, ..] ? first : null;

    private Rejection? ProblemOf(string key) => problem?.Field == key ? problem : null;

    /// <summary>Keeps a change after those before it: somebody may type faster than they are saved.</summary>
    private Task KeepAsync(Questionnaire changed)
    {
        content = changed;
        Check();
        return saving = SaveAsync(saving, changed);
    }

    private async Task SaveAsync(Task before, Questionnaire changed)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        if ((await Edit.SaveAsync(actor, revision, changed, Cancelled)).Accepted(out var saved, out var refused))
        {
            revision = saved;
            return;
        }

        Refusals.Show(refused);
        await ReadAsync();
    }

    private Task NumberAsync(ChangeEventArgs args, Func<decimal, Questionnaire> change) =>
        decimal.TryParse((string?)args.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) && value is >= -1_000_000_000 and <= 1_000_000_000
            ? KeepAsync(change(value))
            : Task.CompletedTask;

    private Task ReplaceAsync(Question before, Question after) =>
        KeepAsync(content with { Questions = [.. content.Questions.Select(q => q.Key == before.Key ? after : q)] });

    private Task RemoveAsync(Question question) => KeepAsync(content with { Questions = [.. content.Questions.Where(q => q.Key != question.Key)] });

    private Task ReplaceAsync(ConsentAsked before, ConsentAsked after) =>
        KeepAsync(content with { Consents = [.. content.Consents.Select(c => c.Key == before.Key ? after : c)] });

    private Task RemoveAsync(ConsentAsked consent) => KeepAsync(content with { Consents = [.. content.Consents.Where(c => c.Key != consent.Key)] });

    private bool IsFirst(Question question) => content.Questions.First(q => q.Step == question.Step) == question;

    private bool IsLast(Question question) => content.Questions.Last(q => q.Step == question.Step) == question;

    /// <summary>Moves a question before or after its neighbour in the step.</summary>
    private Task MoveAsync(Question question, int by)
    {
        var step = content.Questions.Where(q => q.Step == question.Step).ToList();
        var place = step.FindIndex(q => q.Key == question.Key);
        if (place + by < 0 || place + by >= step.Count)
        {
            return Task.CompletedTask;
        }

        (step[place], step[place + by]) = (step[place + by], step[place]);
        return KeepAsync(content with { Questions = [.. content.Questions.Where(q => q.Step < question.Step), .. step, .. content.Questions.Where(q => q.Step > question.Step)] });
    }

    private Task AddAsync(QuestionStep step)
    {
        var kind = Free.Contains(kinds[step]) ? kinds[step] : QuestionKind.Text;
        var key = kind.IsProfile() ? kind.KeyOf() : Enumerable.Range(1, QuestionnaireCheck.MostQuestions + 1).Select(n => $"q{n}").First(k => content.Find(k) is null);
        var usual = Questionnaire.Usual.Find(key);
        var options = kind.HasOptions() ? new QuestionOption[] { new("a", LocalWords.None), new("b", LocalWords.None) } : [];
        opened = key;
        return KeepAsync(content with { Questions = [.. content.Questions, (usual ?? new Question { Key = key, Kind = kind, Options = options }) with { Step = step }] });
    }

    private Task AddConsentAsync()
    {
        var key = consentKey.Trim();
        if (key.Length == 0 || content.Consents.Any(c => c.Key == key) || content.Find(key) is not null)
        {
            Refusals.Show(new Rejection(key.Length == 0 ? "Questionnaires.KeyWrong" : "Questionnaires.KeyTwice", key));
            return Task.CompletedTask;
        }

        consentKey = "";
        return KeepAsync(content with { Consents = [.. content.Consents, new ConsentAsked { Key = key }] });
    }

    private async Task DiscardAsync(string? reason)
    {
        await saving;
        if (await Edit.DiscardAsync(actor, revision, Cancelled) is { } refused)
        {
            Refusals.Show(refused);
            await ReadAsync();
            return;
        }

        Navigation.NavigateTo("/joining/questionnaire");
    }

    private async Task PublishAsync(string? reason)
    {
        await saving;
        if ((await Publish.ExecuteAsync(actor, revision, note, Cancelled)).Accepted(out var number, out var refused))
        {
            Navigation.NavigateTo("/joining/questionnaire");
            Refusals.Done(Text["Published", number]);
            return;
        }

        Refusals.Show(refused);
    }
}
