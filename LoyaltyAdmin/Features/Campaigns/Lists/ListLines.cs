namespace LoyaltyAdmin.Features.Campaigns.Lists;

/// <summary>Members as a text names them: one a line, by the first column where a line has several.</summary>
public static class ListLines
{
    private static readonly char[] Columns = [',', ';', '\t'];
    private static readonly char[] Quotes = ['"', '\''];

    /// <summary>The names of the text, without blanks and quotes.</summary>
    public static IEnumerable<string> Of(string text) =>
        text.Split('\n').Select(line => line.Split(Columns)[0].Trim().Trim(Quotes).Trim('\uFEFF')).Where(name => name.Length > 0);
}
