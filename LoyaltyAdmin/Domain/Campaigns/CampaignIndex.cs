using System.Collections.Frozen;
using System.Numerics;
using LoyaltyAdmin.Domain.Receipts;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Finds the campaigns that a receipt can concern by its goods, store and weekday, without asking each.</summary>
public sealed class CampaignIndex
{
    private readonly int words;
    private readonly ulong[] anyGoods;
    private readonly ulong[] anyStore;
    private readonly FrozenDictionary<string, ulong[]> bySku;
    private readonly FrozenDictionary<string, ulong[]> byCategory;
    private readonly FrozenDictionary<string, ulong[]> byStore;
    private readonly ulong[][] byWeekday;
    private readonly ulong[] withoutCode;

    public CampaignIndex(IReadOnlyList<PreparedCampaign> campaigns)
    {
        words = (campaigns.Count + 63) / 64;
        (anyGoods, anyStore, withoutCode) = (new ulong[words], new ulong[words], new ulong[words]);
        byWeekday = [.. Enumerable.Range(0, 7).Select(_ => new ulong[words])];
        var (skus, categories, stores) = (NewMap(), NewMap(), NewMap());
        for (var i = 0; i < campaigns.Count; i++)
        {
            var (requirement, terms) = (campaigns[i].Requirement, campaigns[i].Terms);
            Put(requirement.Goods?.Skus, skus, i);
            Put(requirement.Goods?.Categories, categories, i);
            Put(requirement.Stores, stores, i);
            Set(requirement.Goods is null ? anyGoods : null, i);
            Set(requirement.Stores is null ? anyStore : null, i);
            Set(terms.RequiresCode is null ? withoutCode : null, i);
            for (var day = 0; day < 7; day++)
            {
                Set(MayRunOn(requirement, terms.Period, (DayOfWeek)day) ? byWeekday[day] : null, i);
            }
        }

        (bySku, byCategory, byStore) = (Freeze(skus), Freeze(categories), Freeze(stores));
    }

    /// <summary>The places of the campaigns that a purchase can concern, as bits; null where there are none.</summary>
    public ulong[]? Find(ReceiptDraft draft, DayOfWeek day)
    {
        if (words == 0)
        {
            return null;
        }

        var found = (ulong[])anyGoods.Clone();
        if (bySku.Count > 0 || byCategory.Count > 0)
        {
            for (var i = 0; i < draft.Lines.Count; i++)
            {
                var line = draft.Lines[i];
                Add(found, bySku, line.Sku);
                Add(found, byCategory, line.Category);
            }
        }

        var inStore = byStore.GetValueOrDefault(draft.Store.Trim());
        var (onDay, noCode, any) = (byWeekday[(int)day], draft.Codes.Count == 0, false);
        for (var w = 0; w < words; w++)
        {
            found[w] &= (anyStore[w] | (inStore?[w] ?? 0)) & onDay[w] & (noCode ? withoutCode[w] : ulong.MaxValue);
            any |= found[w] != 0;
        }

        return any ? found : null;
    }

    /// <summary>How many places some bits name.</summary>
    public static int Count(ulong[]? found) => found is null ? 0 : found.Sum(BitOperations.PopCount);

    private static bool MayRunOn(Requirement requirement, CampaignPeriod period, DayOfWeek day)
    {
        var overnight = period.DailyUntil is { } until && until != TimeOnly.MinValue && until <= (period.DailyFrom ?? TimeOnly.MinValue);
        return (requirement.Weekdays is not { } days || days.Contains(day)) && (overnight || period.Weekdays.Count == 0 || period.Weekdays.Contains(day));
    }

    private static void Add(ulong[] found, FrozenDictionary<string, ulong[]> map, string? name)
    {
        if (map.Count > 0 && name is not null && map.TryGetValue(name.Trim(), out var bits))
        {
            for (var w = 0; w < bits.Length; w++)
            {
                found[w] |= bits[w];
            }
        }
    }

    private void Put(IReadOnlyList<string>? names, Dictionary<string, ulong[]> map, int place)
    {
        foreach (var name in names ?? [])
        {
            if (!map.TryGetValue(name.Trim(), out var bits))
            {
                map[name.Trim()] = bits = new ulong[words];
            }

            Set(bits, place);
        }
    }

    private static void Set(ulong[]? bits, int place)
    {
        if (bits is not null)
        {
            bits[place >> 6] |= 1ul << place;
        }
    }

    private static Dictionary<string, ulong[]> NewMap() => new(StringComparer.OrdinalIgnoreCase);

    private static FrozenDictionary<string, ulong[]> Freeze(Dictionary<string, ulong[]> map) => map.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
