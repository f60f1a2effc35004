using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Api.Values;

/// <summary>Points as the API tells them: whole points with the program's decimals, not its smallest parts.</summary>
public static class ApiPoints
{
    private static readonly int[] PartsOfAPoint = [1, 10, 100];

    /// <summary>A number of points for the wire.</summary>
    public static decimal Tell(this LoyaltyProgram program, Points points) => (decimal)points.Value / PartsOfAPoint[program.PointDecimals];

    /// <summary>Points from the wire; the number has no more decimals than the program's points.</summary>
    public static Points Read(this LoyaltyProgram program, decimal points) => new((long)(points * PartsOfAPoint[program.PointDecimals]));
}
