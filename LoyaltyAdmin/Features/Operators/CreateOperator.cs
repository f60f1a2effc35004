using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>What an administrator enters for a new user.</summary>
public sealed record NewOperator(string Name, string Email, string Password, IReadOnlyList<string> Roles);

/// <summary>An administrator lets somebody in.</summary>
public sealed class CreateOperator(IServiceScopeFactory scopes)
{
    public async Task<Result<Guid>> ExecuteAsync(Actor actor, NewOperator input, CancellationToken ct)
    {
        var user = new Operator
        {
            Id = Guid.NewGuid(),
            UserName = input.Email.Trim(),
            Email = input.Email.Trim(),
            DisplayName = input.Name.Trim(),
        };
        var rejection = await scopes.ChangeOperatorAsync(actor, null, async (users, _) =>
        {
            if (user.DisplayName.Length == 0)
            {
                return new Rejection("Operators.NameNeeded") { Field = "name" };
            }

            if (input.Roles.Count == 0)
            {
                return new Rejection("Operators.RoleNeeded") { Field = "roles" };
            }

            return (await users.CreateAsync(user, input.Password)).Explain()
                ?? (await users.AddToRolesAsync(user, input.Roles.Distinct())).Explain();
        }, ct);
        return rejection is null ? user.Id : rejection;
    }
}
