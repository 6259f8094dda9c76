using System.Runtime.CompilerServices;
using NewsBot.Ingestion.Fetching;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Ingestion.Formats;

/// <summary>Turns the errors of reading bytes into a last, failed item, so that one bad file never stops the others.</summary>
internal static class ReadingFailures
{
    /// <summary>The items, and where the reading fails a last one that says why.</summary>
    public static async IAsyncEnumerable<SourceItem> AsItems(
        IAsyncEnumerable<SourceItem> items, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var enumerator = items.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            string? failure = null;
            var hasNext = false;
            try
            {
                hasNext = await enumerator.MoveNextAsync();
            }
            catch (Exception exception) when (Reason(exception) is not null)
            {
                failure = Reason(exception);
            }

            if (failure is not null)
            {
                yield return SourceItem.Failed(name, failure);
            }

            if (!hasNext)
            {
                yield break;
            }

            yield return enumerator.Current;
        }
    }

    /// <summary>What an error of reading means and what to do, or null for an error of another kind.</summary>
    public static string? Reason(Exception exception) => exception switch
    {
        TooLargeException or TransferException => exception.Message,
        InvalidDataException or ZstdSharp.ZstdException => "it is damaged or ends in the middle; fetch it again",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file or folder; check the path",
        UnauthorizedAccessException => "it may not be read; give this user the right to read it",
        IOException => $"it cannot be read ({exception.Message.TrimEnd('.')}); check the disk or the connection and try again",
        _ => null,
    };
}
