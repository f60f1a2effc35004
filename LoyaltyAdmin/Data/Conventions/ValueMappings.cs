using System.Linq.Expressions;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Conventions;

/// <summary>Values are whole numbers in columns that are named as their property.</summary>
public static class ValueMappings
{
    public static void HasPoints<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, Points>> property)
        where T : class => Name(entity.ComplexProperty(property).Property(x => x.Value), property);

    public static void HasMoney<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, Money>> property)
        where T : class => Name(entity.ComplexProperty(property).Property(x => x.Minor), property);

    public static void HasQuantity<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, Quantity>> property)
        where T : class => Name(entity.ComplexProperty(property).Property(x => x.Thousandths), property);

    private static void Name<T, TValue>(ComplexTypePropertyBuilder column, Expression<Func<T, TValue>> property) =>
        column.HasColumnName(((MemberExpression)property.Body).Member.Name);
}
