using System.Globalization;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Questionnaires;

namespace LoyaltyAdmin.Features.Demo.Kinds;

/// <summary>The usual questionnaire, filled in by most who joined lately; here and there a cashier types anything.</summary>
internal sealed class DemoAnswers(DemoStage stage)
{
    public async Task MakeAsync(CancellationToken ct)
    {
        await PublishAsync(ct);
        var fill = stage.Make<FillQuestionnaire>(stage.Clock);
        var members = await stage.MembersAsync(stage.Plan.Cast.Answering.Select(m => m.Profile.ExternalId!), ct);
        foreach (var (i, member) in stage.Plan.Cast.Answering.Index())
        {
            var name = member.Profile.ExternalId!;
            var order = new FillingOrder
            {
                MemberId = members[name],
                OperationId = $"demo-answers-{name}",
                Store = member.Store,
                Cashier = member.Cashier,
                Answers = Answers(member.Profile, i, typesAnything: i % 9 == 4 && member.Cashier is not null),
                Consents = [new ConsentGiven("personal-data", 1, Given: true)],
            };
            stage.At(member.JoinedAt!.Value.AddMinutes(4));
            stage.Done((await fill.ExecuteAsync(DemoStage.Demo, order, ct)).Rejection);
        }
    }

    private static Dictionary<string, string> Answers(MemberProfile profile, int number, bool typesAnything)
    {
        DateOnly? born = profile.BirthDate ?? (number % 5 == 0 ? null : new DateOnly(1958, 5, 4).AddDays(number * 53));
        var answers = new Dictionary<string, string?>
        {
            ["phone"] = profile.Phone ?? (typesAnything ? "+79999999999" : null),
            ["firstName"] = typesAnything ? "1111" : profile.FirstName,
            ["lastName"] = profile.LastName,
            ["birthDate"] = typesAnything ? "1900-01-01" : born?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["email"] = profile.Email,
        };
        return answers.Where(a => a.Value is not null).ToDictionary(a => a.Key, a => a.Value!);
    }

    private async Task PublishAsync(CancellationToken ct)
    {
        await using var db = await stage.OpenAsync(ct);
        if (await QuestionnaireQueries.InForceAsync(db, ct) is null)
        {
            stage.At(stage.Plan.BeginsAt);
            var draft = await stage.Make<EditQuestionnaire>().BeginAsync(DemoStage.Demo, ct);
            var published = await stage.Make<PublishQuestionnaire>(stage.Clock).ExecuteAsync(
                DemoStage.Demo, draft.Revision, stage.Say("The first questionnaire", "Первая анкета"), ct);
            stage.Done(published.Rejection);
        }
    }
}
