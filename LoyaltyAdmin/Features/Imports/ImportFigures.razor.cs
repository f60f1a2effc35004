using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What an import brings, or would bring, in numbers.</summary>
public sealed partial class ImportFigures
{
    [Parameter, EditorRequired] public required ImportRow Import { get; set; }

    /// <summary>Rows read so far, while it runs.</summary>
    [Parameter] public int RowsSoFar { get; set; }

    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    private IEnumerable<(string Key, string Figure, string? Look)> Figures
    {
        get
        {
            yield return ("Rows", Formats.Number(Math.Max(Import.Rows, RowsSoFar)), null);
            foreach (var (key, figure) in Brought)
            {
                yield return (Import.DryRun ? $"Would.{key}" : $"Did.{key}", figure, null);
            }

            yield return (Import.Kind is ImportKind.Members or ImportKind.Goods ? "Unchanged" : "Skipped", Formats.Number(Import.Skipped), null);
            yield return ("Rejected", Formats.Number(Import.Rejected), Import.Rejected > 0 ? "bad" : null);
        }
    }

    private IEnumerable<(string Key, string Figure)> Brought
    {
        get
        {
            switch (Import.Kind)
            {
                case ImportKind.Receipts:
                    yield return ("Sales", Formats.Number(Import.Sales));
                    if (Import.Returns > 0)
                    {
                        yield return ("Returns", Formats.Number(Import.Returns));
                    }

                    yield return ("NewMembers", Formats.Number(Import.NewMembers));
                    yield return ("PointsIn", Formats.Points(Import.PointsIn, Units.PointDecimals));
                    if (Import.PointsBack > 0)
                    {
                        yield return ("PointsBack", Formats.Points(Import.PointsBack, Units.PointDecimals));
                    }

                    break;
                case ImportKind.Members:
                    yield return ("NewMembers", Formats.Number(Import.NewMembers));
                    yield return ("ChangedMembers", Formats.Number(Import.ChangedMembers));
                    break;
                case ImportKind.Balances:
                    yield return ("Balances", Formats.Number(Import.Accepted));
                    yield return ("Opened", Formats.Points(Import.PointsIn, Units.PointDecimals));
                    break;
                default:
                    yield return ("Goods", Formats.Number(Import.Accepted));
                    break;
            }
        }
    }
}
