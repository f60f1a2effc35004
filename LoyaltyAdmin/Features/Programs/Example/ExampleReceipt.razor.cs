using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Example;

/// <summary>A purchase to try the edited conditions on, decided by the engine itself at each change.</summary>
public sealed partial class ExampleReceipt : IDisposable
{
    private string preset = ExamplePresets.Keys[0];
    private ExampleSale sale = new();
    private ExampleResult? result;
    private Rejection? wrong;

    [Inject] public required BusinessClock Clock { get; init; }

    /// <summary>Number of the version that is edited.</summary>
    [Parameter] public int Number { get; set; }

    private ReceiptDecision? Decision => result?.Decision;

    public void Dispose() => Form.Changed -= Compute;

    protected override void OnInitialized()
    {
        Form.Changed += Compute;
        Choose(preset);
    }

    private void Choose(string key)
    {
        (preset, sale) = (key, ExamplePresets.Make(key, Text));
        Compute();
    }

    private void Change(Action change)
    {
        change();
        Compute();
    }

    private void Compute()
    {
        var decided = sale.Decide(Form.LastValid, Form.ValidDecimals, Number, Clock.UtcNow);
        result = decided.Accepted(out var accepted, out wrong) ? accepted : null;
    }
}
