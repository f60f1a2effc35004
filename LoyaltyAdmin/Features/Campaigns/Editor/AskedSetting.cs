using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>One setting of a mechanic, as its record says it: what is asked, and how.</summary>
public sealed class AskedSetting
{
    private const int FinestPercent = 4;
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<AskedSetting>> Known = new();
    private static readonly MethodInfo Copy = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>What is named by keys, by the record and its setting.</summary>
    private static readonly Dictionary<(Type Settings, string Name), Func<CampaignKeys, IReadOnlyList<NamedKey>>> NamedByKeys = new()
    {
        [(typeof(TierCondition), nameof(TierCondition.Tiers))] = keys => keys.Tiers,
        [(typeof(ClubCondition), nameof(ClubCondition.Clubs))] = keys => keys.Clubs,
        [(typeof(PlanCondition), nameof(PlanCondition.Plans))] = keys => keys.Plans,
        [(typeof(PersonalListCondition), nameof(PersonalListCondition.Lists))] = keys => keys.Lists,
        [(typeof(CodeCondition), nameof(CodeCondition.Series))] = keys => keys.Coupons,
        [(typeof(IssueCouponReward), nameof(IssueCouponReward.Series))] = keys => keys.Coupons,
        [(typeof(IssueGiftCardReward), nameof(IssueGiftCardReward.Series))] = keys => keys.GiftCards,
        [(typeof(TierForTimeReward), nameof(TierForTimeReward.Tier))] = keys => keys.Tiers,
    };

    private readonly PropertyInfo property;

    private AskedSetting(Type settings, PropertyInfo property)
    {
        this.property = property;
        KeysOf = NamedByKeys.GetValueOrDefault((settings, property.Name));
        Kind = KindOf(Plain, KeysOf is not null);
    }

    /// <summary>The name of the setting in its record.</summary>
    public string Name => property.Name;

    public SettingKind Kind { get; }

    /// <summary>What can be named; null where it is not named by keys.</summary>
    public Func<CampaignKeys, IReadOnlyList<NamedKey>>? KeysOf { get; }

    /// <summary>The type of its values.</summary>
    public Type Plain => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    /// <summary>Whether nothing may be given.</summary>
    public bool MayBeEmpty => Nullable.GetUnderlyingType(property.PropertyType) is not null;

    /// <summary>Decimals that people can type.</summary>
    public int Decimals => Plain == typeof(int) ? 0 : property.GetCustomAttribute<DecimalsAttribute>()?.Most ?? (IsMoney ? 2 : FinestPercent);

    /// <summary>Whether a last day is meant where the record keeps the day after it.</summary>
    public bool IsDayAfter => Kind == SettingKind.Day && Name == nameof(DateRangeCondition.Until);

    private bool IsMoney => property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Currency;

    /// <summary>The settings of a record in the order in which people think of them: of what, how much, how.</summary>
    public static IReadOnlyList<AskedSetting> Of(Type settings) => Known.GetOrAdd(settings, static type =>
        [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p is { CanRead: true, CanWrite: true }).Select(p => new AskedSetting(type, p))]);

    /// <summary>What the settings hold.</summary>
    public object? ValueIn(object settings) => property.GetValue(settings);

    /// <summary>A copy of the settings with another value.</summary>
    public object With(object settings, object? value)
    {
        var copy = Copy.Invoke(settings, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    /// <summary>A copy with another number, as the record keeps numbers.</summary>
    public object WithNumber(object settings, decimal? number) =>
        With(settings, number is null ? null : Plain == typeof(int) ? (int)Math.Clamp(number.Value, int.MinValue, int.MaxValue) : number.Value);

    /// <summary>Whether the other settings leave something to say here.</summary>
    public bool IsAsked(object settings) => (settings, Name) switch
    {
        (GoodsReward reward, nameof(GoodsReward.Goods)) => reward.On == RewardTarget.Chosen,
        (SpendingRuleReward rule, nameof(SpendingRuleReward.SharePercent)) => rule.Effect == SpendingEffect.Widened,
        (_, "Each") => settings.GetType().GetProperty("Per")?.GetValue(settings) is RewardPer.Sum,
        _ => true,
    };

    /// <summary>The values of a choice.</summary>
    public IEnumerable<object> Choices => Enum.GetValues(Plain).Cast<object>();

    /// <summary>What stands inside the field of a number.</summary>
    public SettingUnit UnitIn(object settings) => (settings, Name) switch
    {
        _ when IsMoney => SettingUnit.Currency,
        (CategoriesCondition { Measure: GoodsMeasure.Sum }, nameof(CategoriesCondition.AtLeast)) => SettingUnit.Currency,
        (SkusCondition { Measure: GoodsMeasure.Sum }, nameof(SkusCondition.AtLeast)) => SettingUnit.Currency,
        (CollectedCondition { Measure: CollectedMeasure.Sum }, nameof(CollectedCondition.Target)) => SettingUnit.Currency,
        (CollectedCondition { Measure: CollectedMeasure.Purchases }, nameof(CollectedCondition.Target)) => SettingUnit.Purchases,
        (_, "AtLeast" or "Target" or "FirstQuantity" or "SecondQuantity" or "Quantity" or "Bought" or "Free") => SettingUnit.Pieces,
        (_, "Points") => SettingUnit.Points,
        _ when Name.EndsWith("Percent", StringComparison.Ordinal) => SettingUnit.Percent,
        _ when Name.StartsWith("Days", StringComparison.Ordinal) => SettingUnit.Days,
        _ => SettingUnit.None,
    };

    private static SettingKind KindOf(Type type, bool named) =>
        type.IsEnum ? SettingKind.Choice
        : type == typeof(bool) ? SettingKind.Switch
        : type == typeof(string) ? named ? SettingKind.Key : SettingKind.Word
        : type == typeof(IReadOnlyList<string>) ? named ? SettingKind.Keys : SettingKind.Names
        : type == typeof(IReadOnlyList<DayOfWeek>) ? SettingKind.Weekdays
        : type == typeof(DateOnly) ? SettingKind.Day
        : type == typeof(TimeOnly) ? SettingKind.Time
        : type == typeof(GoodsSet) ? SettingKind.Goods
        : type == typeof(int) || type == typeof(decimal) ? SettingKind.Number
        : throw new NotSupportedException($"A setting of {type} is not known.");
}
