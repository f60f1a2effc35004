using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Security;

public sealed class UserSettingsTests : IDisposable
{
    private static readonly Actor Anna = new("anna@example.com", new HashSet<Permission>());
    private static readonly Actor Boris = new("boris@example.com", new HashSet<Permission>());
    private readonly TestDatabase database = TestDatabase.Create();

    private UserSettings Settings => database.Make<UserSettings>();

    [Fact]
    public async Task What_one_person_had_remembered_is_theirs_alone_on_any_device()
    {
        await Settings.SaveAsync(Anna, "columns.members", "name,phone", default);
        await Settings.SaveAsync(Anna, "columns.members", "name", default);
        await Settings.SaveAsync(Boris, "columns.members", "name,card", default);

        Assert.Equal("name", await Settings.ReadAsync(Anna, "columns.members", default));
        Assert.Equal("name,card", await Settings.ReadAsync(Boris, "columns.members", default));
        Assert.Null(await Settings.ReadAsync(Anna, "columns.receipts", default));
    }

    [Fact]
    public async Task What_is_forgotten_is_forgotten_for_that_person_only()
    {
        await Settings.SaveAsync(Anna, "columns.members", "name", default);
        await Settings.SaveAsync(Boris, "columns.members", "name", default);

        await Settings.SaveAsync(Anna, "columns.members", null, default);

        Assert.Null(await Settings.ReadAsync(Anna, "columns.members", default));
        Assert.Equal("name", await Settings.ReadAsync(Boris, "columns.members", default));
    }

    [Fact]
    public async Task Two_windows_of_one_person_that_save_at_once_both_succeed()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Settings.SaveAsync(Anna, "columns.members", $"c{i}", default))));

        Assert.StartsWith("c", await Settings.ReadAsync(Anna, "columns.members", default), StringComparison.Ordinal);
    }

    public void Dispose() => database.Dispose();
}
