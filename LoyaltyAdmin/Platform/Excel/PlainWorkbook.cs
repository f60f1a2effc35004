using System.IO.Compression;

namespace LoyaltyAdmin.Platform.Excel;

/// <summary>A workbook of one sheet whose cells are all text: a table that is to be corrected and read again.</summary>
public static class PlainWorkbook
{
    /// <summary>Writes header and rows; the stream, which must be able to seek, stays open. Rows beyond what a sheet holds are left out.</summary>
    public static void Write(Stream stream, string sheet, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<ColumnLook> looks = [.. header.Select(h => new ColumnLook(h, ExcelKind.Text, 0, Total: false))];
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        using (var xml = new SheetXml(WorkbookParts.Sheet(archive, 1)))
        {
            xml.BeginTable(looks, new ColumnWidths(looks));
            foreach (var row in rows.Take(StreamedWorkbook.MostRows))
            {
                xml.Row([.. row.Select(cell => TypedCell.Of(cell.Length == 0 ? null : cell, ExcelKind.Text, 0, TimeZoneInfo.Utc))]);
            }

            xml.EndTable();
        }

        WorkbookParts.Write(archive, [new SheetNames().Take(sheet)]);
    }
}
