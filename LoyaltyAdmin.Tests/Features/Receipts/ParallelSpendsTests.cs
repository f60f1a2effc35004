using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Features.Receipts;

public sealed class ParallelSpendsTests
{
    [Fact]
    public async Task R1_parallel_spends_of_any_sizes_never_overdraw()
    {
        using var till = await Till.OpenAsync();
        foreach (var (number, wanted) in Gen.Choose(1, 90).ListOf(12).Sample(6).Select((list, number) => (number, list)))
        {
            var member = $"member-{number}";
            await till.MemberAsync(member, points: 100);

            var posted = await Task.WhenAll(wanted.Select((points, i) => Task.Run(async () => i % 2 == 0
                ? await till.PostAsync(till.Sale($"{member}-{i}", member, 310m, redeem: points))
                : (await till.ImportAsync(till.Sale($"{member}-{i}", member, 310m, redeem: points)))[0])));

            var account = await till.AccountAsync(member);
            var spent = posted.Sum(p => p.Receipt!.RedeemedPoints.Value);
            var earned = 100 + posted.Sum(p => p.Receipt!.Accrued.Value);
            Assert.Equal(earned - spent, account.Available.Value);
            Assert.All(posted.Zip(wanted), p => Assert.InRange(p.First.Receipt!.RedeemedPoints.Value, 0, p.Second));
        }
    }
}
