using System.Globalization;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Values;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>One question of the draft: a line that opens into its fields.</summary>
public sealed partial class QuestionEditor
{
    [Parameter, EditorRequired] public required Question Question { get; set; }

    /// <summary>What is wrong with it; null for nothing.</summary>
    [Parameter] public Rejection? Problem { get; set; }

    /// <summary>Whether it is the first of its step.</summary>
    [Parameter] public bool First { get; set; }

    /// <summary>Whether it is the last of its step.</summary>
    [Parameter] public bool Last { get; set; }

    [Parameter] public bool Opened { get; set; }

    [Parameter] public EventCallback Toggled { get; set; }

    [Parameter] public EventCallback<Question> Changed { get; set; }

    /// <summary>Asked to move by so many places.</summary>
    [Parameter] public EventCallback<int> Moved { get; set; }

    [Parameter] public EventCallback Removed { get; set; }

    private string Name => Question.Words.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) is { Length: > 0 } words ? words : Text[$"Kind.{Question.Kind}"];

    private string OptionLines => string.Join('\n', Question.Options.Select(o => $"{o.Key} | {o.Words.En} | {o.Words.Ru}"));

    private string Id(string field) => $"ask-{Question.Key}-{field}";

    private RenderFragment Both(string field, string label, LocalWords words, Func<LocalWords, Question> with) => builder =>
    {
        builder.OpenComponent<BothLanguages>(0);
        builder.AddComponentParameter(1, nameof(BothLanguages.Id), Id(field));
        builder.AddComponentParameter(2, nameof(BothLanguages.Label), label);
        builder.AddComponentParameter(3, nameof(BothLanguages.Words), words);
        builder.AddComponentParameter(4, nameof(BothLanguages.Changed), EventCallback.Factory.Create<LocalWords>(this, changed => Changed.InvokeAsync(with(changed))));
        builder.CloseComponent();
    };

    private Task WeightAsync(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var weight) ? Changed.InvokeAsync(Question with { Weight = weight }) : Task.CompletedTask;

    /// <summary>One option a line: key, English, Russian.</summary>
    private Task OptionsAsync(string? text) => Changed.InvokeAsync(Question with
    {
        Options =
        [
            .. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(parts => new QuestionOption(parts[0], new LocalWords(parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? ""))),
        ],
    });
}
