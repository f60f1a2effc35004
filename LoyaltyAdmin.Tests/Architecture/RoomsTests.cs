namespace LoyaltyAdmin.Tests.Architecture;

public sealed class RoomsTests
{
    /// <summary>Which rooms each room may use. One arrow, one word.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Domain"] = [],
        ["Platform"] = [],
        ["Data"] = ["Domain", "Platform"],
        ["Security"] = ["Data", "Domain", "Platform"],
        ["Shell"] = ["Security", "Domain", "Platform"],
        ["Features"] = ["Shell", "Security", "Data", "Domain", "Platform"],
        ["Api"] = ["Features", "Security", "Domain", "Platform"],
        ["Jobs"] = ["Features", "Security", "Data", "Domain", "Platform"],
    };

    public static TheoryData<string> Rooms => [.. Arrows.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_that_it_may(string room)
    {
        var wrong = from type in TypesOf(room)
                    from used in CodeReader.TypesUsedBy(type)
                    where used.Assembly == typeof(Program).Assembly
                    let other = RoomOf(used)
                    where other is not null && other != room && !Arrows[room].Contains(other)
                    select $"{type.FullName} -> {used.FullName}";

        Assert.Empty(wrong.Distinct().Order());
    }

    [Fact]
    public void Every_namespace_is_in_a_room() =>
        Assert.Empty(typeof(Program).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("LoyaltyAdmin", StringComparison.Ordinal) == true && RoomOf(type) is null)
            .Select(type => type.FullName));

    [Fact]
    public void Domain_knows_no_framework()
    {
        var wrong = from type in TypesOf("Domain")
                    from used in CodeReader.TypesUsedBy(type)
                    where used.Namespace is { } name
                        && (name.StartsWith("Microsoft", StringComparison.Ordinal) || name.StartsWith("Radzen", StringComparison.Ordinal))
                        // What the compiler writes into every type that has nullable or embedded attributes.
                        && name != "Microsoft.CodeAnalysis"
                    select $"{type.FullName} -> {used.FullName}";

        Assert.Empty(wrong.Distinct().Order());
    }

    [Fact]
    public void The_scan_sees_what_bodies_use()
    {
        var used = CodeReader.TypesUsedBy(typeof(LoyaltyAdmin.Security.FirstStart.Bootstrap)).ToList();

        Assert.Contains(typeof(LoyaltyAdmin.Domain.Programs.ProgramConditions), used);
        Assert.Contains(used, type => RoomOf(type) == "Data");
    }

    private static IEnumerable<Type> TypesOf(string room) =>
        typeof(Program).Assembly.GetTypes().Where(type => RoomOf(type) == room);

    private static string? RoomOf(Type type) =>
        type.Namespace?.Split('.') is ["LoyaltyAdmin", var room, ..] && Arrows.ContainsKey(room) ? room : null;
}
