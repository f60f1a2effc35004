using System.Linq.Expressions;
using LoyaltyAdmin.Data.Sql;

namespace LoyaltyAdmin.Data;

/// <summary>Searches for the beginning of a text in the form that the database's index serves.</summary>
public static class Beginnings
{
    /// <summary>The rows whose text begins so, as the database compares texts.</summary>
    public static IQueryable<T> WhereBegins<T>(this IQueryable<T> rows, SqlProvider sql, Expression<Func<T, string?>> text, string beginning)
    {
        Expression<Func<string?, bool>> test = t => t!.StartsWith(beginning);
        if (sql.After(beginning) is { } end)
        {
#pragma warning disable CA1309 // runs in the database: a range is what its index serves
            test = t => string.Compare(t, beginning) >= 0 && string.Compare(t, end) < 0;
#pragma warning restore CA1309
        }

        var body = new Put(test.Parameters[0], text.Body).Visit(test.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(body, text.Parameters));
    }

    private sealed class Put(ParameterExpression place, Expression what) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == place ? what : node;
    }
}
