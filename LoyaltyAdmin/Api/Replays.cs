namespace LoyaltyAdmin.Api;

/// <summary>Answers writes that can be repeated: the same status and body each time, and a header that tells a repetition.</summary>
public static class Replays
{
    public const string Header = "Idempotent-Replay";

    /// <summary>201 with the body; the header says when the write had been done before.</summary>
    public static IResult Created<T>(this HttpContext http, string address, T body, bool replayed)
    {
        Mark(http, replayed);
        return Results.Created(address, body);
    }

    /// <summary>200 with the body, for a write that makes nothing new.</summary>
    public static IResult Ok<T>(this HttpContext http, T body, bool replayed)
    {
        Mark(http, replayed);
        return Results.Ok(body);
    }

    /// <summary>Says when a write had been done before, for an answer without a body.</summary>
    public static void Mark(this HttpContext http, bool replayed)
    {
        if (replayed)
        {
            http.Response.Headers[Header] = "true";
        }
    }
}
