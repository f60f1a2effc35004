using LoyaltyAdmin.Domain.Values;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>The words of a rejection beside the field that it is about; of one about the whole where no field is named.</summary>
public sealed partial class FieldError
{
    [Inject] public required Refusals Refusals { get; init; }

    [Parameter] public Rejection? Rejection { get; set; }

    [Parameter] public string? Field { get; set; }
}
