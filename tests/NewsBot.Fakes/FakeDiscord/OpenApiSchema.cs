using System.Globalization;
using System.Text.Json;

namespace NewsBot.Fakes.FakeDiscord;

/// <summary>
/// Checks requests against Discord's OpenAPI file, as strictly as it can be read: a field that the schema does not name is a fault, too,
/// although Discord would ignore it. Where the file and the platform differ (permissions as text), the platform counts. Unions are read as
/// "one fits or several do".
/// </summary>
public sealed class OpenApiSchema
{
    // The file says integer, the documentation and the platform say text.
    private static readonly HashSet<string> FieldsTheFileGetsWrong = ["default_member_permissions"];

    private readonly JsonElement _root;

    private OpenApiSchema(JsonElement root) => _root = root;

    /// <summary>The schema from the shared folder, or null where that is absent.</summary>
    public static OpenApiSchema? Shared { get; } = Load();

    /// <summary>The faults of a request's JSON body; none for an operation that takes no body.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="template">The path as the file writes it: "/channels/{channel_id}/messages".</param>
    /// <param name="body">The body.</param>
    public IReadOnlyList<string> Faults(string method, string template, JsonElement body)
    {
        if (!_root.GetProperty("paths").TryGetProperty(template, out var path) || !path.TryGetProperty(method.ToLowerInvariant(), out var operation))
        {
            return [$"{method} {template} is no operation of Discord"];
        }

        var faults = new List<string>();
        if (operation.TryGetProperty("requestBody", out var request))
        {
            Check(request.GetProperty("content").GetProperty("application/json").GetProperty("schema"), body, "", faults);
        }

        return faults;
    }

    private static OpenApiSchema? Load()
    {
        var path = SharedData.PathOf("specs", "discord-openapi.json");
        return path.Length == 0 ? null : new OpenApiSchema(JsonDocument.Parse(File.ReadAllBytes(path)).RootElement);
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(Resolve(reference.GetString()!), value, at, faults);
            return;
        }

        CheckUnion(schema, "oneOf", value, at, faults);
        CheckUnion(schema, "anyOf", value, at, faults);
        if (schema.TryGetProperty("allOf", out var all) && !schema.TryGetProperty("enum", out _))
        {
            foreach (var part in all.EnumerateArray())
            {
                Check(part, value, at, faults);
            }
        }

        CheckValue(schema, value, at, faults);
    }

    private JsonElement Resolve(string reference) => _root.GetProperty("components").GetProperty("schemas").GetProperty(reference.Split('/')[^1]);

    private void CheckUnion(JsonElement schema, string kind, JsonElement value, string at, List<string> faults)
    {
        if (!schema.TryGetProperty(kind, out var options))
        {
            return;
        }

        List<string>? fewest = null;
        foreach (var option in options.EnumerateArray())
        {
            var found = new List<string>();
            Check(option, value, at, found);
            if (found.Count == 0)
            {
                return;
            }

            fewest = fewest is null || (found.Count < fewest.Count && !IsOfAnotherKind(found)) || IsOfAnotherKind(fewest) ? found : fewest;
        }

        faults.AddRange(fewest ?? []);
    }

    private static bool IsOfAnotherKind(List<string> faults) => faults.Any(fault => fault.EndsWith("has another value", StringComparison.Ordinal));

    private void CheckValue(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        if (schema.TryGetProperty("type", out var type) && !IsOfType(type, value))
        {
            faults.Add($"{at} is {value.ValueKind}, not {type.GetRawText()}");
            return;
        }

        if ((schema.TryGetProperty("const", out var constant) && constant.GetRawText() != value.GetRawText())
            || (schema.TryGetProperty("enum", out var allowed) && allowed.EnumerateArray().All(item => item.GetRawText() != value.GetRawText())))
        {
            faults.Add($"{at} has another value");
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                CheckCount(schema, "minLength", "maxLength", new StringInfo(value.GetString()!).String.EnumerateRunes().Count(), at, faults);
                break;
            case JsonValueKind.Number:
                CheckCount(schema, "minimum", "maximum", value.GetDouble(), at, faults);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, value, at, faults);
                break;
            case JsonValueKind.Object:
                CheckObject(schema, value, at, faults);
                break;
        }
    }

    private static void CheckCount(JsonElement schema, string minimum, string maximum, double count, string at, List<string> faults)
    {
        if (schema.TryGetProperty(minimum, out var least) && count < least.GetDouble())
        {
            faults.Add($"{at} has {count}, less than {minimum} {least}");
        }

        if (schema.TryGetProperty(maximum, out var most) && count > most.GetDouble())
        {
            faults.Add($"{at} has {count}, more than {maximum} {most}");
        }
    }

    private void CheckArray(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        CheckCount(schema, "minItems", "maxItems", value.GetArrayLength(), at, faults);
        if (schema.TryGetProperty("items", out var items))
        {
            var i = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(items, item, $"{at}[{i++}]", faults);
            }
        }
    }

    private void CheckObject(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        var named = schema.TryGetProperty("properties", out var properties);
        var others = schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.Object;
        foreach (var field in value.EnumerateObject())
        {
            if (FieldsTheFileGetsWrong.Contains(field.Name))
            {
                continue;
            }

            if (named && properties.TryGetProperty(field.Name, out var property))
            {
                Check(property, field.Value, $"{at}.{field.Name}", faults);
            }
            else if (others)
            {
                Check(additional, field.Value, $"{at}.{field.Name}", faults);
            }
            else if (named)
            {
                faults.Add($"{at}.{field.Name} is no field of Discord");
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            faults.AddRange(required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}.{name} is missing"));
        }
    }

    private static bool IsOfType(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(one => IsOfType(one, value))
        : type.GetString() switch
        {
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() % 1 == 0,
            "number" => value.ValueKind == JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => true,
        };
}
