using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Duplicates;

public sealed class DuplicatePagesTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly Actor Somebody = Actor.System("test");

    public DuplicatePagesTests()
    {
        Services.AddMembersPages();
    }

    private NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    public Task InitializeAsync() => ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);

    public new async Task DisposeAsync() => await base.DisposeAsync();

    [Fact]
    public async Task The_queue_shows_pairs_with_their_signs_and_offers_the_same_as_excel()
    {
        var (first, second) = await PairAsync();
        Address.NavigateTo("/members/duplicates?strength=likely");

        var page = Render<DuplicatesPage>();

        var row = page.WaitForElement(".data-table tbody tr");
        Assert.Equal($"/members/duplicates/{first}/{second}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("/exports/duplicates.xlsx?strength=likely", page.Find("a[download]").GetAttribute("href"));
        Assert.Contains("same date of birth", row.TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".chip"));
    }

    [Fact]
    public void An_empty_queue_says_what_it_is_for()
    {
        var page = Render<DuplicatesPage>();

        page.WaitForElement(".empty");
        Assert.Contains("Every night", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Side_by_side_the_better_values_are_suggested_and_the_other_may_stay()
    {
        var (first, second) = await PairAsync();
        var page = Render<MergePage>(p => p.Add(x => x.First, first).Add(x => x.Second, second));

        page.WaitForElement(".merge-table");
        var chosen = page.FindAll(".merge-choice.chosen").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(["Семёнова-Громова"], chosen.Where(c => c.StartsWith("Сем", StringComparison.Ordinal)));
        Assert.Contains("Receipts that move: 0", page.Find(".merge-outcome").TextContent, StringComparison.Ordinal);

        Address.NavigateTo($"/members/duplicates/{first}/{second}?keep={second}");
        page = Render<MergePage>(p => p.Add(x => x.First, first).Add(x => x.Second, second));
        page.WaitForElement(".merge-table");
        Assert.Equal($"/members/{second}", page.Find(".merge-table thead a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_merged_members_page_shows_where_the_member_went_and_the_survivors_who_came()
    {
        var (first, second) = await PairAsync();
        await using (var db = Database.CreateDbContext())
        {
            var versions = await db.Members.ToDictionaryAsync(m => m.Id, m => m.Version);
            var order = new MergeMembers.Order { SourceId = second, TargetId = first, Versions = (versions[second], versions[first]), Reason = "One person" };
            Assert.Null((await Services.GetRequiredService<MergeMembers>().ExecuteAsync(Somebody, order, default)).Rejection);
        }

        var gone = Render<MemberPage>(p => p.Add(x => x.Id, second));
        Assert.Equal($"/members/{first}", gone.WaitForElement(".merge-note a").GetAttribute("href"));
        Assert.Empty(gone.FindAll($"a[href='/members/{second}/edit']"));
        var stayed = Render<MemberPage>(p => p.Add(x => x.Id, first));
        Assert.Equal($"/members/{second}", stayed.WaitForElement(".merge-note a").GetAttribute("href"));
        Assert.NotNull(stayed.FindComponents<ConfirmButton>().SingleOrDefault(b => b.Instance.Text == "Take the merge back"));
        SignIn(Roles.Manager);
        var seen = Render<MemberPage>(p => p.Add(x => x.Id, first));
        seen.WaitForElement(".merge-note a");
        Assert.DoesNotContain(seen.FindComponents<ConfirmButton>(), b => b.Instance.Text == "Take the merge back");
    }

    [Fact]
    public async Task A_form_warns_of_a_member_who_is_here_already()
    {
        var (first, _) = await PairAsync();

        var form = Render<LooksLike>(p => p.Add(
            x => x.Profile, new MemberProfile { FirstName = "Anna", LastName = "Semyonova", BirthDate = new DateOnly(1990, 4, 7) }));

        Assert.Equal($"/members/{first}", form.WaitForElement(".note a").GetAttribute("href"));
    }

    private async Task<(long First, long Second)> PairAsync()
    {
        var ids = new List<long>();
        foreach (var (last, key) in new[] { ("Семёнова", "a"), ("Семёнова-Громова", "b") })
        {
            var profile = new MemberProfile
            {
                FirstName = "Анна",
                LastName = last,
                BirthDate = new DateOnly(1990, 4, 7),
                ExternalId = key,
                Email = $"anna+{key}@example.com",
            };
            ids.Add((await Services.GetRequiredService<RegisterMember>().ExecuteAsync(Somebody, new MemberRegistration { Profile = profile }, default)).Value.MemberId);
        }

        Assert.Equal(1, await Services.GetRequiredService<FindDuplicates>().ExecuteAsync(Somebody, progress: null, default));
        return (ids[0], ids[1]);
    }
}
