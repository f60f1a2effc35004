using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LoyaltyAdmin.Data.Sql;

/// <summary>
/// All that differs between the databases, in one place: bulk statements and a few expressions. Text that is not here is
/// the same on both; identifiers stand in double quotes, parameters begin with @.
/// </summary>
public abstract class SqlProvider
{
    /// <summary>An expression of the whole days from one day column or expression to another.</summary>
    public abstract string DaysBetween(string from, string to);

    /// <summary>An expression of the first day of the month of a day column or expression.</summary>
    public abstract string MonthOf(string day);

    /// <summary>
    /// The first text after all that begin with these characters, where only a range makes the index serve such a search;
    /// null where the search for the beginning does by itself.
    /// </summary>
    public abstract string? After(string beginning);

    /// <summary>A table in a FROM clause whose rows, once read, nobody else can change until the open transaction ends.</summary>
    public abstract string HeldForReading(string table);

    /// <summary>Begins a transaction that reads one state of the database as far as the database offers it, and blocks no writer.</summary>
    public abstract Task<IDbContextTransaction> BeginReadAsync(LoyaltyDbContext db, CancellationToken ct);

    /// <summary>Adds rows in bulk on the context's connection and transaction, past the change tracker.</summary>
    public Task InsertAsync<T>(LoyaltyDbContext db, IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class => rows.Count == 0 ? Task.CompletedTask : InsertRowsAsync(db, BulkTable<T>.Of(db.Model), rows, ct);

    /// <summary>
    /// Runs one statement for each set of parameters, on the context's connection and transaction, and tells for each how
    /// many rows it touched.
    /// </summary>
    /// <param name="db">The context whose connection is open.</param>
    /// <param name="sql">The statement, with parameters named @p0, @p1 … in the order of the values.</param>
    /// <param name="parameters">One set of values for each run.</param>
    /// <param name="ct">Cancels between runs.</param>
    public abstract Task<int[]> ExecuteManyAsync(LoyaltyDbContext db, string sql, IReadOnlyList<object?[]> parameters, CancellationToken ct);

    /// <summary>Whether an error says that a unique key or another constraint was broken by a parallel write.</summary>
    public abstract bool IsUniqueViolation(Exception exception);

    /// <summary>Whether an error says that the database was busy or chose this transaction to break a deadlock: try again.</summary>
    public abstract bool IsTransient(Exception exception);

    protected abstract Task InsertRowsAsync<T>(LoyaltyDbContext db, BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class;

    protected static (DbConnection Connection, DbTransaction? Transaction) Open(LoyaltyDbContext db) =>
        (db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction());

    /// <summary>A table as EF maps it: its columns with the way to read each from a row, values and conversions applied.</summary>
    protected sealed class BulkTable<T>
        where T : class
    {
        private static BulkTable<T>? known;

        private BulkTable(IEntityType entity)
        {
            Name = entity.GetTableName()!;
            var store = StoreObjectIdentifier.Table(Name);
            Columns = [.. entity.GetFlattenedProperties()
                .Where(p => p.ValueGenerated != ValueGenerated.OnAdd)
                .Select(p => new BulkColumn(p.GetColumnName(store)!, Reader(p), StoredType(p)))];
        }

        public string Name { get; }

        public IReadOnlyList<BulkColumn> Columns { get; }

        public static BulkTable<T> Of(IModel model) => known ??= new BulkTable<T>(model.FindEntityType(typeof(T))!);

        private static Func<T, object?> Reader(IProperty property)
        {
            var getter = property.GetGetter();
            var converter = property.GetTypeMapping().Converter;
            return converter is null
                ? row => getter.GetClrValueUsingContainingEntity(row)
                : row => converter.ConvertToProvider(getter.GetClrValueUsingContainingEntity(row));
        }

        private static Type StoredType(IProperty property)
        {
            var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
            type = Nullable.GetUnderlyingType(type) ?? type;
            return type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        }

        /// <summary>One column of the table.</summary>
        public sealed record BulkColumn(string Name, Func<T, object?> Read, Type Type);
    }
}
