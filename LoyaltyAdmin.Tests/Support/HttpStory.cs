using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LoyaltyAdmin.Tests.Support;

/// <summary>Sends the calls of an <c>.http</c> file in their order, as an editor would: variables, named answers, headers, bodies.</summary>
public sealed partial class HttpStory
{
    private readonly Dictionary<string, string> variables = [];
    private readonly List<(string Name, string Text)> calls = [];

    private HttpStory(string text, IReadOnlyDictionary<string, string> settings)
    {
        foreach (Match variable in Variable().Matches(text))
        {
            variables[variable.Groups[1].Value] = variable.Groups[2].Value.Trim();
        }

        foreach (var (name, value) in settings)
        {
            variables[name] = variables.ContainsKey(name) ? value : throw new ArgumentException($"The story knows no @{name}.");
        }

        foreach (var block in Separator().Split(text).Skip(1))
        {
            calls.Add((Name().Match(block).Groups[1].Value, Comment().Replace(block, "").Trim()));
        }
    }

    /// <summary>One call and what it was answered.</summary>
    public sealed record Answer(int Status, bool Replayed, JsonNode Body);

    /// <summary>The story of a file of the repository, with some of its variables set otherwise.</summary>
    public static HttpStory Read(string path, IReadOnlyDictionary<string, string> settings) =>
        new(File.ReadAllText(Path.Combine(Root(), path)), settings);

    /// <summary>Sends all calls; the answers by the names of the calls.</summary>
    public async Task<IReadOnlyDictionary<string, Answer>> RunAsync(HttpClient client)
    {
        var answers = new Dictionary<string, Answer>();
        foreach (var (name, text) in calls)
        {
            using var response = await client.SendAsync(Request(Fill(text, answers)));
            answers[name] = new Answer(
                (int)response.StatusCode,
                response.Headers.Contains("Idempotent-Replay"),
                JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
        }

        return answers;
    }

    private static string Root([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..");

    private static HttpRequestMessage Request(string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split("\n\n", 2);
        var head = parts[0].Split('\n');
        var first = head[0].Split(' ', 2);
        var request = new HttpRequestMessage(new HttpMethod(first[0]), first[1].Trim());
        if (parts.Length > 1)
        {
            request.Content = new StringContent(parts[1], Encoding.UTF8);
        }

        foreach (var header in head.Skip(1).Select(line => line.Split(':', 2)))
        {
            if (header[0] == "Content-Type")
            {
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(header[1].Trim());
            }
            else
            {
                request.Headers.Add(header[0], header[1].Trim());
            }
        }

        return request;
    }

    private string Fill(string text, Dictionary<string, Answer> answers) => Placeholder().Replace(text, placeholder =>
    {
        var name = placeholder.Groups[1].Value;
        var field = name.Split(".response.body.$.", 2);
        return field.Length == 1 ? variables[name] : answers[field[0]].Body[field[1]]!.ToJsonString();
    });

    [GeneratedRegex(@"^@(\w+)\s*=\s*(.*)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex("^###.*$", RegexOptions.Multiline)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^#\s*@name\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Name();

    [GeneratedRegex("^#.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{\{([^}]+)\}\}")]
    private static partial Regex Placeholder();
}
