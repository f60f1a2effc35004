using System.Security.Claims;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Tests.Security;

public sealed class RolesTests
{
    [Fact]
    public void An_administrator_may_everything() =>
        Assert.Equal(Enum.GetValues<Permission>().ToHashSet(), Roles.PermissionsOf(Roles.Administrator));

    [Theory]
    [InlineData(Roles.Marketer)]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Operator)]
    public void Nobody_else_manages_users_keys_or_jobs(string role)
    {
        var permissions = Roles.PermissionsOf(role);

        Assert.DoesNotContain(Permission.UsersManage, permissions);
        Assert.DoesNotContain(Permission.ApiKeysManage, permissions);
        Assert.DoesNotContain(Permission.JobsManage, permissions);
    }

    [Fact]
    public void An_actor_may_what_all_its_roles_may_together()
    {
        var actor = Principal("test", Roles.Marketer, Roles.Operator).ToActor();

        Assert.Equal("someone@example.com", actor.Name);
        Assert.True(actor.May(Permission.ProgramPublish));
        Assert.True(actor.May(Permission.ReceiptsPost));
        Assert.False(actor.May(Permission.UsersManage));
    }

    [Fact]
    public void A_role_that_is_none_gives_nothing() => Assert.Empty(Principal("test", "Chief").ToActor().Permissions);

    [Fact]
    public void Who_is_not_signed_in_may_nothing() => Assert.Empty(Principal(null, Roles.Administrator).ToActor().Permissions);

    private static ClaimsPrincipal Principal(string? authentication, params string[] roles) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, "someone@example.com"), .. roles.Select(role => new Claim(ClaimTypes.Role, role))], authentication));
}
