using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsBot.Commands;

/// <summary>Reads what an earlier <c>eval … --json</c> wrote.</summary>
internal static class EarlierRun
{
    /// <summary>The run in a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">"retrieval" or "answers".</param>
    /// <param name="type">How it is written.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CommandFailure">There is no such file, or it holds something else.</exception>
    public static async Task<T> ReadAsync<T>(string file, string kind, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw CommandFailure.Failed($"There is no file '{file}'.");
        }

        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync(stream, type, cancellationToken) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw CommandFailure.Failed($"{file} is no run of 'eval {kind}': write one with 'newsbot eval {kind} FILE --json > {Path.GetFileName(file)}'.");
        }
    }
}
