using LoyaltyAdmin.Domain.Programs.Setup;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Programs.Setup;

/// <summary>The answers that the setup begins with, named in the person's language.</summary>
public static class SetupBeginning
{
    public static SetupAnswers Of(IStringLocalizer<ProgramsText> text) => new()
    {
        Levels =
        [
            new(NewKey(), text["Setup.Level.1"], 0, 3),
            new(NewKey(), text["Setup.Level.2"], 15_000, 5),
            new(NewKey(), text["Setup.Level.3"], 50_000, 7),
        ],
        PlanName = text["Setup.PlanName.Example"],
        ClubName = text["Setup.ClubName.Example"],
        PartnerName = text["Setup.PartnerName.Example"],
    };

    /// <summary>A key that no level ever had.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");
}
