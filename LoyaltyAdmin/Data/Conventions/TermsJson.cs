using System.Text.Json;
using LoyaltyAdmin.Domain.Terms;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LoyaltyAdmin.Data.Conventions;

/// <summary>The terms are one JSON text: an edition is written once and read whole.</summary>
public sealed class TermsJson() : ValueConverter<TermsTexts, string>(
    texts => JsonSerializer.Serialize(texts, ConditionsJson.Options),
    json => JsonSerializer.Deserialize<TermsTexts>(json, ConditionsJson.Options)!);
