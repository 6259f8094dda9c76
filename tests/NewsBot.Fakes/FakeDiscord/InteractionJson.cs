using System.Text.Json.Nodes;

namespace NewsBot.Fakes.FakeDiscord;

/// <summary>Who does something, and where.</summary>
public sealed record FakePlace
{
    /// <summary>The user's id.</summary>
    public string User { get; init; } = "565898851123331084";

    /// <summary>The server's id, or null for a direct message.</summary>
    public string? Guild { get; init; } = InteractionJson.Guild;

    /// <summary>Whether the bot is installed in the server; else only the user installed it.</summary>
    public bool IsInstalled { get; init; } = true;

    /// <summary>The user's permission bits.</summary>
    public string Permissions { get; init; } = "1689161245772864";

    /// <summary>The user's roles.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The user's language.</summary>
    public string Locale { get; init; } = "en-GB";

    /// <summary>The channel.</summary>
    public string Channel { get; init; } = InteractionJson.Channel;

    /// <summary>What the bot may do there.</summary>
    public string AppPermissions { get; init; } = "311385508928";

    /// <summary>A member who may manage the server.</summary>
    public static FakePlace Editor { get; } = new() { User = "492585772646531085", Permissions = "1689178425650272" };

    /// <summary>A direct message.</summary>
    public static FakePlace DirectMessage { get; } = new() { Guild = null };
}

/// <summary>The bodies of interactions, without id and token, which <see cref="FakeDiscord.Issue"/> puts in.</summary>
public static class InteractionJson
{
    /// <summary>The application's id.</summary>
    public const string Application = "1434848329728131073";

    /// <summary>The server that is used where none is named.</summary>
    public const string Guild = "1203973285478531072";

    /// <summary>The channel that is used where none is named.</summary>
    public const string Channel = "1203973537136771077";

    /// <summary>A forum in that server.</summary>
    public const string Forum = "1213093380096131079";

    private const int TextOption = 3;
    private const int IntegerOption = 4;
    private const int FlagOption = 5;
    private const int AttachmentOption = 11;

    /// <summary>PING.</summary>
    public static JsonObject Ping() => Origin(1, FakePlace.DirectMessage);

    /// <summary><c>/ask</c> with a question and further options: text, number or yes/no.</summary>
    public static JsonObject Ask(string question, FakePlace? place = null, params (string Name, object Value)[] options) =>
        Command("ask", place, [("question", question), .. options]);

    /// <summary>A slash command; its path may go on with group and subcommand: "ingest feed add".</summary>
    public static JsonObject Command(string path, FakePlace? place = null, params (string Name, object Value)[] options)
    {
        var body = Origin(2, place ?? new FakePlace());
        body["data"] = CommandData(path, options, focused: null);
        return body;
    }

    /// <summary>Typing into an option.</summary>
    public static JsonObject Autocomplete(string path, string focused, FakePlace? place = null, params (string Name, object Value)[] options)
    {
        var body = Origin(4, place ?? new FakePlace());
        body["data"] = CommandData(path, options, focused);
        return body;
    }

    /// <summary>A command from a message's menu.</summary>
    public static JsonObject MessageCommand(string name, string content, FakePlace? place = null, string author = "870775762452611086")
    {
        const string Target = "1573271686348931126";
        var body = Origin(2, place ?? new FakePlace());
        var message = new JsonObject { ["id"] = Target, ["content"] = content, ["author"] = new JsonObject { ["id"] = author, ["username"] = "lena_k" }, ["flags"] = 0 };
        body["data"] = new JsonObject
        {
            ["id"] = "1435584430080131089",
            ["name"] = name,
            ["type"] = 3,
            ["target_id"] = Target,
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [Target] = message } },
        };
        return body;
    }

    /// <summary>Pressing a button or, with values, using a menu, under a message of the bot that somebody caused.</summary>
    public static JsonObject Component(string customId, FakePlace? place = null, IReadOnlyList<string>? values = null, string? askedBy = null)
    {
        var at = place ?? new FakePlace();
        var body = Origin(3, at);
        body["data"] = new JsonObject { ["component_type"] = values is null ? 2 : 3, ["custom_id"] = customId, ["id"] = 2 };
        if (values is not null)
        {
            body["data"]!["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }

        body["message"] = new JsonObject
        {
            ["id"] = "1573265156027318322",
            ["content"] = "…",
            ["flags"] = 0,
            ["author"] = new JsonObject { ["id"] = Application },
            ["interaction_metadata"] = new JsonObject { ["user"] = new JsonObject { ["id"] = askedBy ?? at.User } },
        };
        return body;
    }

    /// <summary>Sending a form.</summary>
    public static JsonObject Form(string customId, FakePlace? place = null, params (string Id, string Value)[] fields)
    {
        var body = Origin(5, place ?? new FakePlace());
        body["data"] = new JsonObject
        {
            ["custom_id"] = customId,
            ["components"] = new JsonArray([.. fields.Select(field => (JsonNode)new JsonObject
            {
                ["type"] = 18,
                ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = field.Id, ["value"] = field.Value },
            })]),
        };
        return body;
    }

    private static JsonObject Origin(int type, FakePlace place)
    {
        var user = new JsonObject { ["id"] = place.User, ["username"] = "reader", ["discriminator"] = "0", ["public_flags"] = 0 };
        var body = new JsonObject
        {
            ["application_id"] = Application,
            ["type"] = type,
            ["version"] = 1,
            ["entitlements"] = new JsonArray(),
            ["attachment_size_limit"] = 10485760,
            ["app_permissions"] = place.AppPermissions,
            ["authorizing_integration_owners"] = Owners(place),
        };
        if (type == 1)
        {
            body["user"] = user;
            return body;
        }

        body["locale"] = place.Locale;
        body["channel_id"] = place.Channel;
        body["channel"] = new JsonObject { ["id"] = place.Channel, ["type"] = place.Guild is null ? 1 : 0 };
        body["context"] = place.Guild is null ? 1 : 0;
        if (place.Guild is null)
        {
            body["user"] = user;
            return body;
        }

        body["guild_id"] = place.Guild;
        body["guild"] = new JsonObject { ["id"] = place.Guild, ["locale"] = "en-GB", ["features"] = new JsonArray() };
        body["member"] = new JsonObject
        {
            ["user"] = user,
            ["permissions"] = place.Permissions,
            ["roles"] = new JsonArray([.. place.Roles.Select(role => JsonValue.Create(role))]),
        };
        return body;
    }

    private static JsonObject Owners(FakePlace place) => place switch
    {
        { Guild: null } => new JsonObject { ["0"] = "0" },
        { IsInstalled: true } => new JsonObject { ["0"] = place.Guild },
        _ => new JsonObject { ["1"] = place.User },
    };

    private static JsonObject CommandData(string path, IReadOnlyList<(string Name, object Value)> options, string? focused)
    {
        var names = path.Split(' ');
        var inner = new JsonArray([.. options.Select(option => (JsonNode)OptionJson(option.Name, option.Value, option.Name == focused))]);
        for (var i = names.Length - 1; i > 0; i--)
        {
            inner = [new JsonObject { ["name"] = names[i], ["type"] = i == names.Length - 1 ? 1 : 2, ["options"] = inner }];
        }

        var data = new JsonObject { ["id"] = "1435584430080131087", ["name"] = names[0], ["type"] = 1, ["options"] = inner };
        if (options.Select(option => option.Value).OfType<FakeAttachment>().ToList() is { Count: > 0 } files)
        {
            data["resolved"] = new JsonObject { ["attachments"] = new JsonObject(files.Select(file => KeyValuePair.Create(file.Id, (JsonNode?)file.ToJson()))) };
        }

        return data;
    }

    private static JsonObject OptionJson(string name, object value, bool isFocused)
    {
        var option = value switch
        {
            bool flag => new JsonObject { ["name"] = name, ["type"] = FlagOption, ["value"] = flag },
            FakeAttachment file => new JsonObject { ["name"] = name, ["type"] = AttachmentOption, ["value"] = file.Id },
            int number => new JsonObject { ["name"] = name, ["type"] = IntegerOption, ["value"] = number },
            _ => new JsonObject { ["name"] = name, ["type"] = TextOption, ["value"] = value.ToString() },
        };
        if (isFocused)
        {
            option["focused"] = true;
        }

        return option;
    }
}

/// <summary>A file that somebody attached to a command; made by <see cref="FakeDiscord.Attach"/>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its signed address.</param>
/// <param name="Size">The size that is stated.</param>
public sealed record FakeAttachment(string Id, string Name, string Url, long Size)
{
    internal JsonObject ToJson() => new() { ["id"] = Id, ["filename"] = Name, ["url"] = Url, ["proxy_url"] = Url, ["size"] = Size, ["ephemeral"] = true };
}
