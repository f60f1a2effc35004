using System.Globalization;

namespace LoyaltyAdmin.Tests.Support;

/// <summary>Speaks a language until it is disposed of.</summary>
public sealed class UseCulture : IDisposable
{
    private readonly (CultureInfo Formats, CultureInfo Words) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public UseCulture(string name) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
}
