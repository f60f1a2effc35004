using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>Reads what tills send into what can be posted, noting every field that is wrong.</summary>
public sealed class ReceiptReader(ProgramTimelines timelines, BusinessClock clock)
{
    public const int LongestKey = 100;
    public const int MostLines = 1000;
    public const int MostCodes = 20;
    private const int LongestPaymentType = 40;
    public const int MostGiftCards = 10;
    public const int LongestName = 250;

    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(1);
    private static readonly TimeSpan UsualTimeToLive = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestTimeToLive = TimeSpan.FromDays(1);

    /// <summary>A sale to be posted; worth nothing when errors were noted.</summary>
    public async Task<SalePosting> ReadSaleAsync(ReceiptRequest request, FieldErrors errors, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        var key = errors.Required("receiptId", request.ReceiptId, LongestKey);
        var member = MemberNaming.Read(request.Member, timeline, clock.UtcNow, errors);
        var draft = Draft(request, member, RequiredInstant(request.OccurredAt, timeline, errors), timeline, errors);
        return new SalePosting
        {
            Key = key,
            Draft = draft,
            PointDecimals = timeline.Program.PointDecimals,
            Member = member,
            Source = ReceiptSource.Api,
            PayloadHash = errors.Any ? "" : Fingerprint.Of(draft, request, member),
        };
    }

    /// <summary>A purchase to be held; worth nothing when errors were noted.</summary>
    public async Task<HoldPosting> ReadHoldAsync(HoldRequest request, FieldErrors errors, CancellationToken ct)
    {
        var sale = await ReadSaleAsync(request, errors, ct);
        var seconds = request.Ttl ?? (int)UsualTimeToLive.TotalSeconds;
        if (seconds < 1 || seconds > LongestTimeToLive.TotalSeconds)
        {
            errors.Add("ttl", "Api.OutOfRange", 1, (int)LongestTimeToLive.TotalSeconds);
        }

        return new HoldPosting
        {
            Key = sale.Key,
            Draft = sale.Draft,
            PointDecimals = sale.PointDecimals,
            Member = sale.Member,
            Source = sale.Source,
            PayloadHash = sale.PayloadHash,
            TimeToLive = TimeSpan.FromSeconds(seconds),
        };
    }

    /// <summary>A purchase to be quoted; worth nothing when errors were noted.</summary>
    public async Task<(ReceiptDraft Draft, MemberKey? Member)> ReadQuoteAsync(QuoteRequest request, FieldErrors errors, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        var at = request.OccurredAt is null ? clock.UtcNow : RequiredInstant(request.OccurredAt, timeline, errors);
        var member = MemberNaming.Read(request.Member, timeline, clock.UtcNow, errors);
        return (Draft(request, member, at, timeline, errors), member);
    }

    /// <summary>A return to be posted; worth nothing when errors were noted.</summary>
    public async Task<ReturnPosting> ReadReturnAsync(string receiptKey, ReturnRequest request, FieldErrors errors, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        var posting = new ReturnPosting
        {
            Key = errors.Required("returnId", request.ReturnId, LongestKey),
            ReceiptKey = receiptKey,
            OccurredAt = RequiredInstant(request.OccurredAt, timeline, errors),
            Store = errors.Optional("store", request.Store, 64) ?? "",
            Lines = ReturnedLines(request.Lines, errors),
            Source = ReceiptSource.Api,
            PayloadHash = "",
        };
        return errors.Any ? posting : posting with { PayloadHash = Fingerprint.Of(posting) };
    }

    private DateTime RequiredInstant(ApiInstant? given, ProgramTimeline timeline, FieldErrors errors)
    {
        if (given is not { } instant)
        {
            errors.Add("occurredAt", "Api.Required");
            return clock.UtcNow;
        }

        var at = instant.ToUtc(timeline);
        if (at > clock.UtcNow + MostAhead)
        {
            errors.Add("occurredAt", "Api.InFuture");
        }

        return at;
    }

    private static ReceiptDraft Draft(PurchaseRequest request, MemberKey? member, DateTime at, ProgramTimeline timeline, FieldErrors errors)
    {
        var draft = new ReceiptDraft
        {
            OccurredAt = at,
            Store = errors.Optional("store", request.Store, 64) ?? "",
            Register = errors.Optional("register", request.Register, 64),
            Channel = errors.Optional("channel", request.Channel, 50),
            Lines = PurchaseLines.Read(request.Lines, errors),
            OrderDiscount = Money.Of(errors.Optional("orderDiscount", request.OrderDiscount, 2)),
            PaidByGiftCard = Money.Of(errors.Optional("paidByGiftCard", request.PaidByGiftCard, 2)),
            GiftCards = GiftCardParts.Read(request.GiftCards, errors),
            Codes = [.. (request.Codes ?? []).OfType<string>().Select(c => c.Trim()).Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            PaymentTypes = [.. (request.PaymentTypes ?? []).OfType<string>().Select(t => t.Trim().ToLowerInvariant()).Where(t => t.Length > 0).Distinct()],
            Offline = request.Offline ?? false,
            MemberTyped = member is { Kind: MemberKeyKind.Phone or MemberKeyKind.Email },
            ConfirmedName = errors.Optional("confirmedName", request.ConfirmedName, LongestName),
            RedeemPoints = timeline.Program.Read(errors.Optional("redeemPoints", request.RedeemPoints, timeline.Program.PointDecimals)),
        };
        CheckTexts("codes", request.Codes, LongestKey, errors);
        CheckTexts("paymentTypes", request.PaymentTypes, LongestPaymentType, errors);
        if (!errors.Any)
        {
            CheckSums(draft, errors);
        }

        return draft;
    }

    private static void CheckTexts(string field, IReadOnlyList<string?>? codes, int longest, FieldErrors errors)
    {
        if (codes?.Count > MostCodes)
        {
            errors.Add(field, "Api.TooMany", MostCodes);
            return;
        }

        for (var i = 0; i < codes?.Count; i++)
        {
            errors.Required($"{field}[{i}]", codes[i], longest);
        }
    }

    private static void CheckSums(ReceiptDraft draft, FieldErrors errors)
    {
        var sum = draft.Lines.Aggregate(Money.Zero, (total, line) => total + line.Gross - line.Discount);
        if (draft.OrderDiscount > sum)
        {
            errors.Add("orderDiscount", DraftValidation.OrderDiscountAboveSum, draft.OrderDiscount.Amount, sum.Amount);
        }
        else if (draft.PaidByGiftCard > sum - draft.OrderDiscount)
        {
            errors.Add("paidByGiftCard", DraftValidation.GiftCardAboveSum, draft.PaidByGiftCard.Amount, (sum - draft.OrderDiscount).Amount);
        }
    }

    private static List<ReturnPostingLine> ReturnedLines(IReadOnlyList<ReturnedLine?>? lines, FieldErrors errors)
    {
        var read = new List<ReturnPostingLine>();
        if (!PurchaseLines.CheckCount(lines?.Count, errors))
        {
            return read;
        }

        for (var i = 0; i < lines!.Count; i++)
        {
            if (lines[i]?.Line is null)
            {
                errors.Add($"lines[{i}].line", "Api.Required");
            }

            var quantity = errors.Required($"lines[{i}].quantity", lines[i]?.Quantity, 3, PurchaseLines.GreatestQuantity);
            if (lines[i]?.Quantity is 0)
            {
                errors.Add($"lines[{i}].quantity", "Api.NotPositive");
            }

            read.Add(new ReturnPostingLine { Line = lines[i]?.Line, Quantity = Quantity.Of(quantity) });
        }

        return read;
    }
}
