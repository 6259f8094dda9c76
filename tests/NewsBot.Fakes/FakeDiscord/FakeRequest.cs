using System.Text.Json;

namespace NewsBot.Fakes.FakeDiscord;

/// <summary>A request that the bot made.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path with names for ids, as the OpenAPI file writes it.</param>
/// <param name="Path">The path.</param>
/// <param name="Body">The JSON body, if there was one.</param>
/// <param name="Files">The files' texts by name.</param>
/// <param name="At">When it came.</param>
/// <param name="Status">What it was answered with.</param>
public sealed record FakeRequest(
    string Method, string Template, string Path, JsonElement? Body, IReadOnlyDictionary<string, string> Files, DateTimeOffset At, int Status);
