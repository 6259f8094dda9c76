using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using NewsBot.Contracts;

namespace NewsBot.Commands;

/// <summary>Batches: one JSON object a line in, one a line out, in the same order, several at work at once.</summary>
internal static class JsonLines
{
    /// <summary>Processes every line that is not blank and prints what it gives.</summary>
    /// <param name="file">The file, or '-' for standard input.</param>
    /// <param name="process">From a line to its result line.</param>
    /// <param name="cancellationToken">Ends the batch between lines.</param>
    public static async Task ProcessAsync(string file, Func<string, CancellationToken, Task<string>> process, CancellationToken cancellationToken)
    {
        using var reader = Open(file);
        var underWay = Channel.CreateBounded<Task<string>>(Environment.ProcessorCount);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var printing = PrintAsync(underWay.Reader, stop);
        try
        {
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    await underWay.Writer.WriteAsync(Task.Run(() => process(line, stop.Token), stop.Token), stop.Token);
                }
            }
        }
        catch (OperationCanceledException) when (printing.IsFaulted)
        {
            // The failure of the line is what the caller is told, below.
        }
        finally
        {
            underWay.Writer.Complete();
        }

        await printing;
    }

    /// <summary>The object on a line, or null where the line is none.</summary>
    public static T? Read<T>(string line, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The result line for a line that could not be processed.</summary>
    public static string Failed(string? id, string reason) =>
        JsonSerializer.Serialize(new FailedLineJson(id, reason), ContractJson.ForTerminals.FailedLineJson);

    private static async Task PrintAsync(ChannelReader<Task<string>> results, CancellationTokenSource stop)
    {
        try
        {
            await foreach (var result in results.ReadAllAsync(stop.Token))
            {
                await Console.Out.WriteLineAsync(await result);
            }
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
        finally
        {
            await Console.Out.FlushAsync(CancellationToken.None);
        }
    }

    private static StreamReader Open(string file)
    {
        if (file == "-")
        {
            return new StreamReader(Console.OpenStandardInput());
        }

        return File.Exists(file) ? new StreamReader(file) : throw CommandFailure.Failed($"There is no file '{file}'.");
    }
}
