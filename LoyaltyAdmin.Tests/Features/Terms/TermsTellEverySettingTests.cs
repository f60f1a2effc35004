using System.Reflection;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Tests.Features.Tiers;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Features.Terms;

/// <summary>Promise and engine never part: what can be set is told.</summary>
public sealed class TermsTellEverySettingTests : IDisposable
{
    /// <summary>Settings that no customer and no cashier could use.</summary>
    private static readonly HashSet<string> Untold = ["Tiers.OnChange", "Unit.Decimals"];

    private readonly TestDatabase database = TestDatabase.Create(more: services => services.AddTermsOfTests());

    public static TheoryData<string> Settings => [.. Leaves(typeof(ProgramConditions), "").Where(s => !Untold.Contains(s))];

    public void Dispose() => database.Dispose();

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_setting_that_changes_is_told_otherwise(string setting)
    {
        foreach (var before in Programs())
        {
            if (await ReadAsync(before) != await ReadAsync(With(before, setting)))
            {
                return;
            }
        }

        Assert.Fail($"Nothing in the terms tells {setting}.");
    }

    private Task<TermsTexts> ReadAsync(ProgramConditions conditions) =>
        database.Get<WriteTerms>().AllAsync(conditions, pointDecimals: 0, database.Clock.UtcNow, default);

    /// <summary>Programs in which each setting has its say: steps or percent, days of the calendar, days of grace, levels of points.</summary>
    private static IEnumerable<ProgramConditions> Programs()
    {
        var full = Ladder.Conditions(tiers => tiers with { Metric = TierMetric.PointsEarned, GraceDays = 5 }) with
        {
            Joining = new JoiningConditions { Price = EntryPrice.Receipt },
            Referral = new ReferralConditions { Enabled = true },
            Discount = new DiscountConditions { Percent = 3 },
            Activation = new ActivationConditions { Mode = ActivationMode.AfterDays },
        };
        yield return full;
        yield return full with
        {
            Accrual = new AccrualConditions { Mode = AccrualMode.Steps },
            Expiry = new ExpiryConditions { Model = ExpiryModel.CalendarDay },
        };
    }

    private static IEnumerable<string> Leaves(Type type, string path)
    {
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanWrite))
        {
            var inner = property.PropertyType;
            if (inner.IsClass && inner.Namespace == typeof(ProgramConditions).Namespace && inner != typeof(GoodsSet) && inner != typeof(CountedWord))
            {
                foreach (var leaf in Leaves(inner, $"{path}{property.Name}."))
                {
                    yield return leaf;
                }
            }
            else
            {
                yield return path + property.Name;
            }
        }
    }

    /// <summary>The conditions with one setting changed.</summary>
    private static ProgramConditions With(ProgramConditions conditions, string setting) =>
        (ProgramConditions)With(conditions, setting.Split('.'));

    private static object With(object holder, ReadOnlySpan<string> path)
    {
        var property = holder.GetType().GetProperty(path[0])!;
        var value = property.GetValue(holder);
        var copy = holder.GetType().GetMethod("<Clone>$")!.Invoke(holder, null)!;
        property.SetValue(copy, path.Length > 1 ? With(value!, path[1..]) : Other(value, property.PropertyType));
        return copy;
    }

    private static object? Other(object? value, Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } choice => Enum.GetValues(choice).Cast<object>().First(v => !v.Equals(value)),
        var t when t == typeof(bool) => !(bool)value!,
        var t when t == typeof(int) => ((int?)value ?? 0) + 1,
        var t when t == typeof(decimal) => ((decimal?)value ?? 0m) + 1m,
        var t when t == typeof(Money) => new Money((((Money?)value)?.Minor ?? 0) + 100),
        var t when t == typeof(GoodsSet) => new GoodsSet { Categories = ["Tobacco"] },
        var t when t == typeof(CountedWord) => new CountedWord("star", "stars", "stars"),
        var t when t == typeof(TierLadder) => new TierLadder { Levels = [Ladder.Base, Ladder.Silver] },
        _ when value is "RUB" => "EUR",
        _ when value is string => "Asia/Omsk",
        _ => throw new InvalidOperationException($"No other value is known for {type}: add one."),
    };
}
