using System.Reflection;

namespace LoyaltyAdmin.Tests.Architecture;

public sealed class ClockTests
{
    private static readonly string[] Readers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.GetUtcNow", "System.TimeProvider.GetLocalNow",
    ];

    [Fact]
    public void Only_the_business_clock_reads_the_clock()
    {
        var readers = from type in typeof(Program).Assembly.GetTypes()
                      from member in CodeReader.MembersUsedBy(type).OfType<MethodInfo>()
                      where Readers.Contains($"{member.DeclaringType?.FullName}.{member.Name}")
                      select type.FullName;

        Assert.Equal([typeof(LoyaltyAdmin.Platform.BusinessClock).FullName], readers.Distinct());
    }
}
