using System.Text.Json;

namespace NewsBot.Fakes.FakeDiscord;

/// <summary>
/// What Discord refuses although its OpenAPI file does not say so, and what NewsBot promises of every message: that it notifies nobody.
/// </summary>
internal static class PlatformRules
{
    private const int ComponentsV2 = 1 << 15;

    /// <summary>The faults of a message that is created or edited.</summary>
    public static IEnumerable<string> MessageFaults(JsonElement body)
    {
        if (!body.TryGetProperty("allowed_mentions", out var mentions) || !mentions.TryGetProperty("parse", out var parse) || parse.GetArrayLength() > 0)
        {
            yield return "allowed_mentions is not {\"parse\":[]}";
        }

        if (TextOf(body, "content").Length > 2000)
        {
            yield return "content: Must be 2000 or fewer in length.";
        }

        if (EmbedLength(body) > 6000)
        {
            yield return "embeds: the sum of all texts is more than 6000";
        }

        var ids = CustomIds(body).ToList();
        if (ids.Distinct().Count() != ids.Count)
        {
            yield return "components: COMPONENT_CUSTOM_ID_DUPLICATED";
        }

        foreach (var fault in LayoutFaults(body))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> LayoutFaults(JsonElement body)
    {
        var flags = body.TryGetProperty("flags", out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt32() : 0;
        var hasComponents = Items(body, "components").Any();
        if ((flags & ComponentsV2) != 0)
        {
            if (TextOf(body, "content").Length > 0 || Items(body, "embeds").Any())
            {
                yield return "flags: content and embeds cannot be used with IS_COMPONENTS_V2";
            }

            if (Descendants(body).Sum(component => TextOf(component, "content").Length) > 4000)
            {
                yield return "components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED";
            }

            if (Descendants(body).Count() > 40)
            {
                yield return "components: more than 40 in total";
            }
        }
        else if (Items(body, "components").Any(component => component.GetProperty("type").GetInt32() != 1))
        {
            yield return "components: only rows without IS_COMPONENTS_V2";
        }
        else if (TextOf(body, "content").Length == 0 && !Items(body, "embeds").Any() && !hasComponents)
        {
            yield return "Cannot send an empty message";
        }
    }

    private static IEnumerable<string> CustomIds(JsonElement body) =>
        Descendants(body).Select(component => TextOf(component, "custom_id")).Where(id => id.Length > 0);

    private static IEnumerable<JsonElement> Descendants(JsonElement parent) =>
        Items(parent, "components").SelectMany(component => Descendants(component).Prepend(component));

    private static int EmbedLength(JsonElement body) => Items(body, "embeds").Sum(embed =>
        TextOf(embed, "title").Length + TextOf(embed, "description").Length
        + Items(embed, "fields").Sum(field => TextOf(field, "name").Length + TextOf(field, "value").Length));

    private static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : [];

    private static string TextOf(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
