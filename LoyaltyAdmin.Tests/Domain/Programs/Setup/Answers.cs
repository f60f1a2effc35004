using LoyaltyAdmin.Domain.Programs.Setup;

namespace LoyaltyAdmin.Tests.Domain.Programs.Setup;

/// <summary>Answers for tests, with three levels of 3, 5 and 7 percent from 0, 15,000 and 50,000.</summary>
internal static class Answers
{
    public static SetupAnswers Of(params ProgramKind[] kinds) => kinds.Aggregate(
        new SetupAnswers
        {
            PlanName = "Plus",
            ClubName = "Black",
            PartnerName = "Cafe",
            Levels = [new("base", "Base", 0, 3), new("silver", "Silver", 15_000, 5), new("gold", "Gold", 50_000, 7)],
        },
        (answers, kind) => answers.Choose(kind, true));

    /// <summary>The kinds whose bits are set.</summary>
    public static SetupAnswers Of(int mix) => Of([.. Enum.GetValues<ProgramKind>().Where(kind => (mix & (1 << (int)kind)) != 0)]);
}
