using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsBot.Commands;

/// <summary>Writes one JSON document to standard output as it comes about, so that lists of millions are never held in memory.</summary>
internal static class JsonOutput
{
    public static void Write<T>(T value, JsonTypeInfo<T> type)
    {
        using (var output = Console.OpenStandardOutput())
        {
            JsonSerializer.Serialize(output, value, type);
        }

        Console.WriteLine();
    }
}
