using System.Buffers;
using System.Globalization;

namespace LoyaltyAdmin.Platform.Excel;

/// <summary>Names of a workbook's sheets: what Excel allows, no two alike.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("[]:*?/\\");
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name itself where it may be had, otherwise the nearest to it.</summary>
    public string Take(string wanted)
    {
        var clean = string.Concat(wanted.Select(c => Forbidden.Contains(c) || char.IsControl(c) ? ' ' : c)).Trim(' ', '\'');
        clean = clean.Length == 0 ? "1" : clean;
        var name = Cut(clean, "");
        for (var number = 2; !taken.Add(name); number++)
        {
            name = Cut(clean, " " + number.ToString(CultureInfo.InvariantCulture));
        }

        return name;
    }

    private static string Cut(string name, string ending) =>
        (name.Length + ending.Length <= Longest ? name : name[..(Longest - ending.Length)]).TrimEnd() + ending;
}
