using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LoyaltyAdmin.Data.Conventions;

/// <summary>Instants are UTC and whole milliseconds, so that both databases compare them alike.</summary>
public sealed class UtcMilliseconds() : ValueConverter<DateTime, DateTime>(
    instant => new DateTime(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
