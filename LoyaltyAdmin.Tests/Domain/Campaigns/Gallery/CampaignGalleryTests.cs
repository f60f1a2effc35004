using System.Text.RegularExpressions;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Gallery;

namespace LoyaltyAdmin.Tests.Domain.Campaigns.Gallery;

public sealed class CampaignGalleryTests
{
    /// <summary>What a marketer has to choose: goods, lists, levels, stores, series.</summary>
    private static readonly HashSet<string> ToChoose = ["Campaigns.SettingMissing", "Campaigns.GoodsMissing", "Campaigns.AudienceMissing"];

    [Fact]
    public void There_are_forty_at_least_and_some_for_each_goal()
    {
        Assert.True(CampaignGallery.All.Count >= 40);
        Assert.All(Enum.GetValues<CampaignGoal>(), goal => Assert.True(CampaignGallery.All.Count(t => t.Goal == goal) >= 3, goal.ToString()));
    }

    [Fact]
    public void Each_is_right_but_for_what_the_shop_has_to_choose()
    {
        Assert.All(CampaignGallery.All, template =>
        {
            var wrong = CampaignChecks.Check(template.Terms);
            Assert.All(wrong, problem => Assert.Contains(problem.Code, ToChoose));
            Assert.True(wrong.Count == 0 || TemplateGaps.Of(template.Terms).Count > 0, template.Key);
        });
    }

    [Fact]
    public void No_two_are_alike()
    {
        Assert.Equal(CampaignGallery.All.Count, CampaignGallery.All.Select(t => t.Key).Distinct().Count());
        Assert.Equal(CampaignGallery.All.Count, CampaignGallery.All.Select(t => CampaignJson.Write(t.Terms)).Distinct().Count());
        Assert.Equal(CampaignGallery.All.Count, CampaignGallery.All.Select(t => t.Name.English).Distinct().Count());
        Assert.Equal(CampaignGallery.All.Count, CampaignGallery.All.Select(t => t.Name.Russian).Distinct().Count());
    }

    [Fact]
    public void Each_has_a_key_and_words_in_both_languages() => Assert.All(CampaignGallery.All, template =>
    {
        Assert.Matches("^[a-z0-9][a-z0-9-]{0,36}$", template.Key);
        Assert.All([template.Name, template.About], words =>
        {
            Assert.False(Regex.IsMatch(words.English, "[а-яё]", RegexOptions.IgnoreCase), words.English);
            Assert.NotEqual("", words.In("en").Trim());
            Assert.NotEqual("", words.In("ru").Trim());
        });
        Assert.True(template.Name.English.Length <= Campaign.LongestName && template.Name.Russian.Length <= Campaign.LongestName);
    });
}
