using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Example;

/// <summary>The lines of the example, to be edited, with what each earns and how much of it points pay.</summary>
public sealed partial class ExampleLines
{
    [Parameter, EditorRequired] public required ExampleSale Sale { get; set; }

    [Parameter] public ReceiptDecision? Decision { get; set; }

    [Parameter] public string Currency { get; set; } = "";

    [Parameter] public int Decimals { get; set; }

    [Parameter] public EventCallback Changed { get; set; }

    private Task AddAsync() => Change(() => Sale.Lines.Add(new ExampleLine { Name = Text["Example.New"], Price = 1000m }));

    private string Points(Points points) => Formats.Points(points.Value, Decimals);

    private Task Change(Action change)
    {
        change();
        return Changed.InvokeAsync();
    }
}
