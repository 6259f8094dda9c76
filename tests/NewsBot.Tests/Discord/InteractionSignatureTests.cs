using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Discord.Interactions;
using NewsBot.Fakes;

namespace NewsBot.Tests.Discord;

public class InteractionSignatureTests
{
    /// <summary>Without headers, with white space kept in them, second encodings, shifted boundaries: one case of the shared file each.</summary>
    public static TheoryData<string> Cases { get; } = [.. ReadVectors().Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Cases))]
    public void Each_shared_signature_case_is_refused_unreadable_or_accepted_as_it_should_be(string name)
    {
        var vector = ReadVectors().Single(candidate => candidate.GetProperty("name").GetString() == name);
        var (timestamp, signature) = (vector.GetProperty("timestamp").GetString() ?? "", vector.GetProperty("signature").GetString() ?? "");
        var body = vector.GetProperty("body_base64").GetBytesFromBase64();
        var guard = new ReplayGuard(new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(Now())));

        var isAdmitted = new InteractionSignature(vector.GetProperty("public_key").GetString()!).IsValid(signature, timestamp, body)
            && guard.Admits(timestamp, signature);
        var status = !isAdmitted ? 401 : InteractionReader.TryRead(body, out _) ? 200 : 400;

        status.ShouldBe(vector.GetProperty("expected_status").GetInt32());
    }

    private static IEnumerable<JsonElement> ReadVectors() => Shared() is { } file ? file.GetProperty("cases").EnumerateArray() : [];

    private static long Now() => Shared()!.Value.GetProperty("now_unix").GetInt64();

    private static JsonElement? Shared()
    {
        var path = SharedData.PathOf("discord", "signatures.json");
        return path.Length == 0 ? null : JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
    }
}
