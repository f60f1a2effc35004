using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform.Localization;
using Microsoft.Extensions.Localization;
using Radzen;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>Shows a "no" of any feature in the words of that feature.</summary>
public sealed class Refusals(CodeTexts texts, NotificationService notifications, IStringLocalizer<ShellText> shell)
{
    private const double Seconds = 8;

    /// <summary>The words of a rejection in the current language, for beside a field.</summary>
    public string TextOf(Rejection rejection) => texts.Find(rejection.Code, [.. rejection.Arguments.Select(Readable)]);

    /// <summary>Tells the rejection at the edge of the screen.</summary>
    public void Show(Rejection rejection) => Notify(NotificationSeverity.Warning, shell["Refused"], TextOf(rejection));

    /// <summary>Tells that something was done.</summary>
    public void Done(string what) => Notify(NotificationSeverity.Success, what, null);

    private static object Readable(object argument) => argument switch
    {
        Money money => money.Amount,
        Points points => points.Value,
        _ => argument,
    };

    private void Notify(NotificationSeverity severity, string summary, string? detail) => notifications.Notify(new NotificationMessage
    {
        Severity = severity,
        Summary = summary,
        Detail = detail ?? "",
        Duration = TimeSpan.FromSeconds(Seconds).TotalMilliseconds,
    });
}
