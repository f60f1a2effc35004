using LoyaltyAdmin.Domain.Programs.Setup;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Setup;

/// <summary>The few figures that the chosen kinds need.</summary>
public sealed partial class SetupFigures
{
    private const int MostLevels = 6;

    [Parameter, EditorRequired] public required SetupAnswers Answers { get; set; }

    [Parameter] public EventCallback<SetupAnswers> Changed { get; set; }

    private bool LevelsGive(SetupGift gift) => Answers.Has(ProgramKind.Cumulative) && Answers.LevelsGive == gift;

    private Task Change(SetupAnswers answers) => Changed.InvokeAsync(answers);

    private Task ChangeLevel(int place, SetupLevel level)
    {
        var levels = Answers.Levels.ToArray();
        levels[place] = level;
        return Change(Answers with { Levels = levels });
    }

    /// <summary>One level more: twice as far, and as much better as the one below is than the one below it.</summary>
    private Task AddLevel()
    {
        var (below, top) = (Answers.Levels[^2], Answers.Levels[^1]);
        return Answers.Levels.Count >= MostLevels ? Task.CompletedTask : Change(Answers with
        {
            Levels = [.. Answers.Levels, new SetupLevel(SetupBeginning.NewKey(), Text["Setup.Level", Answers.Levels.Count + 1], top.Threshold * 2, top.Rate + (top.Rate - below.Rate))],
        });
    }

    private Task RemoveLevel() => Change(Answers with { Levels = [.. Answers.Levels.SkipLast(1)] });
}
