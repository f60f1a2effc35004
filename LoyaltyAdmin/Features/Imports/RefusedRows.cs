using System.Text;
using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Platform.Localization;
using LoyaltyAdmin.Security;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>
/// The rows that an import refused, as a file to correct and to send again: of the format, the encoding and the columns of
/// the import's own file, with the reasons in a column behind them.
/// </summary>
public sealed class RefusedRows(ImportFolder folder, CodeTexts codes, IStringLocalizer<ImportsText> texts)
{
    /// <summary>The ending and the type of such a file.</summary>
    public (string Extension, string ContentType) TypeOf(int importId)
    {
        using var errors = RowErrors.OpenExisting(folder.ErrorsOf(importId));
        return errors?.Format() is { IsWorkbook: true } ? (ExcelFile.Extension, ExcelFile.ContentType) : (".csv", "text/csv");
    }

    /// <summary>Writes the file; the stream stays open.</summary>
    public async Task WriteAsync(Actor actor, int importId, Stream target, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsView);
        using var errors = RowErrors.OpenExisting(folder.ErrorsOf(importId));
        var columns = errors?.Columns() ?? [];
        string[] header = [.. columns, texts["Reason"]];
        var format = errors?.Format();
        if (format is { IsWorkbook: true })
        {
            PlainWorkbook.Write(target, format.Sheet ?? "1", header, Rows(errors!, columns.Count, ct));
            return;
        }

        await using var writer = new StreamWriter(target, Encoding(format), 1 << 16, leaveOpen: true);
        var delimiter = format?.Delimiter ?? ';';
        var line = new StringBuilder();
        foreach (var row in (errors is null ? [] : Rows(errors, columns.Count, ct)).Prepend(header))
        {
            line.Clear();
            line.AppendJoin(delimiter, row.Select(cell => CsvCell.Quoted(cell, delimiter))).Append("\r\n");
            await writer.WriteAsync(line, ct);
        }
    }

    private IEnumerable<IReadOnlyList<string>> Rows(RowErrors errors, int columns, CancellationToken ct)
    {
        foreach (var error in errors.All())
        {
            ct.ThrowIfCancellationRequested();
            yield return
            [
                .. error.Cells.Take(columns),
                .. Enumerable.Repeat("", Math.Max(0, columns - error.Cells.Count)),
                texts["RowAndReason", error.Row, codes.Find(error.Reason.Code, [.. error.Reason.Arguments])],
            ];
        }
    }

    /// <summary>The file's own; letters that it has no place for become question marks.</summary>
    private static Encoding Encoding(TableFormat? format) => format?.Encoding is { } name && name != "utf-8"
        ? TextEncodings.Named(name)
        : new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
}
