using System.Text.Json;
using LoyaltyAdmin.Domain.Partners;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LoyaltyAdmin.Data.Conventions;

/// <summary>Terms with a partner are one JSON text, as conditions are.</summary>
public sealed class PartnerConditionsJson() : ValueConverter<PartnerConditions, string>(
    terms => JsonSerializer.Serialize(terms, ConditionsJson.Options),
    json => JsonSerializer.Deserialize<PartnerConditions>(json, ConditionsJson.Options)!);
