using System.IO.Compression;
using System.Xml;

namespace LoyaltyAdmin.Platform.Csv;

/// <summary>What a workbook's archive tells of itself before it is unpacked: whether it is one, its sheets, and whether it is a trap.</summary>
internal static class WorkbookSheets
{
    /// <summary>Unpacked bytes of one part beyond which its compression is looked at.</summary>
    private const long Large = 64L << 20;

    /// <summary>Sheets are repetitive, but not more than so many times.</summary>
    private const int MostCompression = 120;

    /// <summary>The texts of all cells are held in memory while a workbook is read.</summary>
    private const long MostTexts = 1L << 30;

    private const long MostUnpacked = 16L << 30;

    /// <summary>The names of all sheets in their order, and whether each can be seen.</summary>
    /// <param name="file">A zip archive; left open.</param>
    /// <exception cref="UnreadableTableException">It is no workbook, or one that would unpack to far too much.</exception>
    public static IReadOnlyList<(string Name, bool IsVisible)> Of(Stream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.GetEntry("xl/workbook.bin") is not null)
        {
            return [];
        }

        if (archive.GetEntry("xl/workbook.xml") is not { } book)
        {
            throw new UnreadableTableException(TableProblem.NotAWorkbook);
        }

        if (archive.Entries.Any(IsSwollen) || archive.Entries.Sum(e => e.Length) > MostUnpacked)
        {
            throw new UnreadableTableException(TableProblem.Swollen);
        }

        var sheets = new List<(string, bool)>();
        using var xml = XmlReader.Create(book.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && xml.GetAttribute("name") is { } name)
            {
                sheets.Add((name, xml.GetAttribute("state") is null or "visible"));
            }
        }

        return sheets;
    }

    private static bool IsSwollen(ZipArchiveEntry part) =>
        (part.Length > Large && part.Length / Math.Max(1, part.CompressedLength) > MostCompression)
        || (part.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) && part.Length > MostTexts);
}
