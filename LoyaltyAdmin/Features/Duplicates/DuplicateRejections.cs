using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>Why members are not merged, or not parted again.</summary>
public static class DuplicateRejections
{
    public static Rejection Same() => new("Duplicates.SameMember");

    public static Rejection Blocked(string member) => new("Duplicates.Blocked", member);

    public static Rejection DemoAndReal() => new("Duplicates.DemoAndReal");

    public static Rejection PairUnknown() => new("Duplicates.PairUnknown");

    public static Rejection PairMerged() => new("Duplicates.PairMerged");

    public static Rejection MergeUnknown() => new("Duplicates.MergeUnknown");

    public static Rejection SurvivorMerged(string member) => new("Duplicates.SurvivorMerged", member);

    public static Rejection LaterFirst(string member) => new("Duplicates.LaterFirst", member);

    public static Rejection Spent() => new("Duplicates.Spent");

    public static Rejection Held() => new("Duplicates.HeldSince");

    public static Rejection KeyTaken(string key) => new("Duplicates.KeyTaken", key);
}
