using LoyaltyAdmin.Domain.Imports;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Where an import is in its life, in a word.</summary>
public sealed partial class ImportStatusBadge
{
    [Parameter, EditorRequired] public required ImportRow Import { get; set; }

    /// <summary>How much of it is done, from 0 to 1; null where it does not run.</summary>
    [Parameter] public double? Share { get; set; }

    private string Look => Import.Status switch
    {
        ImportStatus.Done => Import.Rejected > 0 ? "careful" : "good",
        ImportStatus.Running => "accent",
        ImportStatus.Failed => "bad",
        ImportStatus.Cancelled => "careful",
        _ => "",
    };
}
