namespace LoyaltyAdmin.Data.Sql;

/// <summary>A table whose rows are sums: figures are added to the row of their keys, which begins where it is not there yet.</summary>
internal sealed class SummingTable
{
    private readonly string add;
    private readonly string insert;

    public SummingTable(string name, string[] keys, string[] figures)
    {
        (Name, Keys, Figures) = (name, keys, figures);
        var where = string.Join(" AND ", keys.Select((key, i) => $"\"{key}\" = @p{i}"));
        var sums = string.Join(", ", figures.Select((figure, i) => $"\"{figure}\" = \"{figure}\" + @p{keys.Length + i}"));
        var values = string.Join(", ", Enumerable.Range(0, keys.Length + figures.Length).Select(i => $"@p{i}"));
        add = $"UPDATE \"{name}\" SET {sums} WHERE {where}";
        insert = $"INSERT INTO \"{name}\" ({Columns}) SELECT {values} WHERE NOT EXISTS (SELECT 1 FROM \"{name}\" WHERE {where})";
    }

    public string Name { get; }

    public IReadOnlyList<string> Keys { get; }

    public IReadOnlyList<string> Figures { get; }

    /// <summary>All columns, quoted, keys first.</summary>
    public string Columns => string.Join(", ", Keys.Concat(Figures).Select(c => $"\"{c}\""));

    /// <summary>Adds figures to the rows of their keys and begins the rows that are not there yet; each row has keys, then figures.</summary>
    public async Task AddAsync(LoyaltyDbContext db, SqlProvider sql, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        var missing = await RunAsync(db, sql, add, [.. rows], ct);

        // Keys that the database takes for equal (a store in other letters) come here twice: the second finds the row of the first.
        var equal = await RunAsync(db, sql, insert, missing, ct);
        await RunAsync(db, sql, add, equal, ct);
    }

    private static async Task<List<object?[]>> RunAsync(LoyaltyDbContext db, SqlProvider sql, string text, List<object?[]> rows, CancellationToken ct)
    {
        var touched = await sql.ExecuteManyAsync(db, text, rows, ct);
        return [.. rows.Where((_, i) => touched[i] == 0)];
    }
}
