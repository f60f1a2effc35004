using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace LoyaltyAdmin.Shell.Layout;

/// <summary>Catches the failure of a page and logs it under a code that the person can tell.</summary>
public sealed partial class LoggedErrorBoundary : ErrorBoundaryBase
{
    [Inject] public required ILogger<LoggedErrorBoundary> Logger { get; init; }

    /// <summary>The code of the last failure.</summary>
    public string? Code { get; private set; }

    protected override Task OnErrorAsync(Exception exception)
    {
        Code = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
        PageFailed(Logger, exception, Code);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        builder.AddContent(0, CurrentException is { } exception ? ErrorContent!(exception) : ChildContent);

    [LoggerMessage(LogLevel.Error, "A page failed; the person sees the code {Code}")]
    private static partial void PageFailed(ILogger logger, Exception exception, string code);
}
