using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace LoyaltyAdmin.Platform.Excel;

/// <summary>The small parts of a workbook beside its sheets, and the numbers of its styles.</summary>
internal static class WorkbookParts
{
    public const int BoldStyle = 1;
    public const int HeaderStyle = 2;
    public const int TitleStyle = 3;

    private const int FirstFormat = 4;
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Media = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly int[] Formats = [0, 3, 4, 14, 22, 49, NumberFormats.FirstCustom, NumberFormats.FirstCustom + 1, NumberFormats.FirstCustom + 2];

    public static int StyleOf(ExcelKind kind, int decimals) => FirstFormat + Array.IndexOf(Formats, NumberFormats.Of(kind, decimals));

    /// <summary>The same, aligned left: values beside their names.</summary>
    public static int LeftStyleOf(ExcelKind kind, int decimals) => StyleOf(kind, decimals) + Formats.Length;

    /// <summary>The part of the sheet with this number, from 1.</summary>
    public static Stream Sheet(ZipArchive archive, int number) => archive
        .CreateEntry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml"), CompressionLevel.Fastest).Open();

    /// <summary>All other parts, for sheets of these names.</summary>
    public static void Write(ZipArchive archive, IReadOnlyList<string> sheets)
    {
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        Part(archive, "[Content_Types].xml",
            $"""<Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"""
            + $"""<Override PartName="/xl/workbook.xml" ContentType="{Media}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Media}styles+xml"/>"""
            + Join(numbers, n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Media}worksheet+xml"/>""") + "</Types>");
        Part(archive, "_rels/.rels",
            $"""<Relationships xmlns="{Links}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part(archive, "xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{Links}"><Relationship Id="rId0" Type="{Office}/styles" Target="styles.xml"/>"""
            + Join(numbers, n => $"""<Relationship Id="rId{n}" Type="{Office}/worksheet" Target="worksheets/sheet{n}.xml"/>""") + "</Relationships>");
        Part(archive, "xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>"""
            + Join(numbers, n => $"""<sheet name="{SecurityElement.Escape(sheets[n - 1])}" sheetId="{n}" r:id="rId{n}"/>""")
            + "</sheets></workbook>");
        Part(archive, "xl/styles.xml", Styles());
    }

    private static string Styles()
    {
        var custom = Join(Enumerable.Range(0, NumberFormats.Codes.Count),
            i => $"""<numFmt numFmtId="{NumberFormats.FirstCustom + i}" formatCode="{SecurityElement.Escape(NumberFormats.Codes[i])}"/>""");
        string Named(int font, int fill, int border) =>
            $"""<xf numFmtId="49" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>""";
        var plain = Join(Formats, f => $"""<xf numFmtId="{f}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>""");
        var left = Join(Formats, f => $"""<xf numFmtId="{f}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left"/></xf>""");
        return $"""<styleSheet xmlns="{Main}"><numFmts count="{NumberFormats.Codes.Count}">{custom}</numFmts>"""
            + """<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts>"""
            + """<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFECEFF1"/></patternFill></fill></fills>"""
            + """<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"/><diagonal/></border></borders>"""
            + """<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"""
            + string.Create(CultureInfo.InvariantCulture, $"""<cellXfs count="{FirstFormat + (2 * Formats.Length)}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>""")
            + Named(1, 0, 0) + Named(1, 2, 1) + Named(2, 0, 0) + plain + left + "</cellXfs></styleSheet>";
    }

    private static string Join<T>(IEnumerable<T> items, Func<T, FormattableString> xml) =>
        string.Concat(items.Select(item => FormattableString.Invariant(xml(item))));

    private static void Part(ZipArchive archive, string path, string xml)
    {
        using var writer = new StreamWriter(archive.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write(Head);
        writer.Write(xml);
    }
}
