using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Commands;

/// <summary>The commands for administrators: by default for members with Manage Server, only in servers.</summary>
internal static class AdminCommandSet
{
    private const string ManageServer = "32";
    private const int LongestUrl = 2048;

    /// <summary>All of them.</summary>
    public static IEnumerable<ApplicationCommand> All()
    {
        yield return Admin("ingest", "aufnehmen", "Add articles to the archive", "Artikel ins Archiv aufnehmen",
        [
            Sub("url", "Add one article by its address", "Einen Artikel über seine Adresse aufnehmen", Url("Address of the article", "Adresse des Artikels")),
            Sub("sitemap", "Add the articles that a sitemap lists", "Die Artikel einer Sitemap aufnehmen", Url("Address of the sitemap", "Adresse der Sitemap")),
            Sub("file", "Add a file with articles", "Eine Datei mit Artikeln aufnehmen", Option(CommandOptionType.Attachment, "file", "Page, feed, JSON, text or archive file", "datei", "Seite, Feed, JSON-, Text- oder Archivdatei") with { Required = true }),
            new CommandOption
            {
                Type = CommandOptionType.SubcommandGroup,
                Name = "feed",
                Description = "Feeds that are looked at regularly",
                DescriptionLocalizations = CommandSet.German("Feeds, nach denen regelmäßig gesehen wird"),
                Options =
                [
                    Sub(
                        "add", "Look at a feed regularly and add what is new", "Regelmäßig nach einem Feed sehen und Neues aufnehmen",
                        Url("Address of the feed", "Adresse des Feeds"),
                        Option(CommandOptionType.Integer, "minutes", "How often; 15 if left out", "minuten", "Wie oft; 15, wenn nichts angegeben ist") with { MinValue = 1, MaxValue = 43_200 }),
                    Sub("list", "The feeds of this server and how they went", "Die Feeds dieses Servers und wie es um sie steht"),
                    Sub(
                        "remove", "Look at a feed no more; its articles stay", "Nach einem Feed nicht mehr sehen; seine Artikel bleiben",
                        Option(CommandOptionType.Integer, "feed", "Its number, as the list says", "nummer", "Seine Nummer, wie in der Liste") with { Required = true, MinValue = 1 }),
                ],
            },
            Sub("status", "How far an ingest has come", "Wie weit eine Aufnahme ist", Job(isRequired: false)),
            Sub("cancel", "Stop an ingest; what it stored stays", "Eine Aufnahme abbrechen; Gespeichertes bleibt", Job(isRequired: true)),
            Sub("retry", "Run an ingest again for what failed or was left", "Eine Aufnahme für Fehlgeschlagenes und Übriges wiederholen", Job(isRequired: true)),
        ]);
        yield return Admin("archive", "archiv", "The archive of this server", "Das Archiv dieses Servers",
        [
            Sub("stats", "What the archive holds", "Was das Archiv enthält"),
            Sub("remove-article", "Remove an article for good", "Einen Artikel endgültig entfernen", Option(CommandOptionType.Text, "article", "Its title; choose from the list", "artikel", "Sein Titel; wähle aus der Liste") with { Required = true, Autocomplete = true }),
            Sub(
                "settings", "Show or change the settings of this server", "Die Einstellungen dieses Servers zeigen oder ändern",
                Option(CommandOptionType.Flag, "private", "Answers only for the asker, unless asked otherwise", "privat", "Antworten nur für die Fragenden, wenn nichts anderes gewünscht ist"),
                Option(CommandOptionType.Channel, "channel", "Add or take off a channel for questions", "kanal", "Einen Kanal für Fragen hinzufügen oder streichen"),
                Option(CommandOptionType.Role, "asking_role", "Add or take off a role that may ask", "fragende_rolle", "Eine Rolle, die fragen darf, hinzufügen oder streichen"),
                Option(CommandOptionType.Role, "admin_role", "Add or take off a role that may administer", "verwaltende_rolle", "Eine Rolle, die verwalten darf, hinzufügen oder streichen"),
                Option(CommandOptionType.Text, "language", "en, de, or auto for that of each reader", "sprache", "en, de, oder auto für die Sprache der Lesenden") with { MaxLength = 4 },
                Option(CommandOptionType.Text, "layout", "classic, components, or auto for the operator's", "aussehen", "classic, components, oder auto wie vom Betreiber gewählt") with { MaxLength = 10 },
                Option(CommandOptionType.Channel, "listen_channel", "The channel or forum that listen is about", "hörkanal", "Der Kanal oder das Forum, um das es bei hören geht"),
                Option(CommandOptionType.Text, "listen", "mentions, everything (posts and messages without a mention), or off", "hören", "mentions (Erwähnungen), everything (alle Beiträge) oder off (nichts)") with { MaxLength = 10 },
                Option(CommandOptionType.Flag, "threads", "Answer mentions in a thread of their own", "threads", "Erwähnungen in einem eigenen Thread beantworten"),
                Option(CommandOptionType.Flag, "mark_corrections", "Mark posted answers when an article is corrected", "korrekturen", "Gegebene Antworten kennzeichnen, wenn ein Artikel berichtigt wird"),
                Option(CommandOptionType.Integer, "retention_days", "Days that answers are kept; 0 for the operator's", "aufbewahrung_tage", "Tage, die Antworten aufbewahrt werden; 0 wie vom Betreiber gewählt") with { MinValue = 0, MaxValue = 3_650 },
                Option(CommandOptionType.Integer, "daily_tokens", "Tokens of the language model a day; 0 for no limit of its own", "tokens_am_tag", "Tokens des Sprachmodells am Tag; 0 für keine eigene Grenze") with { MinValue = 0, MaxValue = 1_000_000_000 },
                Option(CommandOptionType.Integer, "daily_questions", "Questions a day in this server; 0 for no limit", "fragen_am_tag", "Fragen am Tag auf diesem Server; 0 für keine Grenze") with { MinValue = 0, MaxValue = 1_000_000 }),
        ]);
        yield return Admin("audit", "protokoll", "What was administered in this server", "Was auf diesem Server verwaltet wurde", []);
    }

    private static ApplicationCommand Admin(string name, string germanName, string description, string german, IReadOnlyList<CommandOption> options) => new()
    {
        Name = name,
        NameLocalizations = CommandSet.German(germanName),
        Description = description,
        DescriptionLocalizations = CommandSet.German(german),
        DefaultMemberPermissions = ManageServer,
        Contexts = [0],
        IntegrationTypes = [0],
        Options = options.Count == 0 ? null : options,
    };

    private static CommandOption Sub(string name, string description, string german, params CommandOption[] options) => new()
    {
        Type = CommandOptionType.Subcommand,
        Name = name,
        Description = description,
        DescriptionLocalizations = CommandSet.German(german),
        Options = options.Length == 0 ? null : options,
    };

    private static CommandOption Url(string description, string german) =>
        Option(CommandOptionType.Text, "url", description, "adresse", german) with { Required = true, MaxLength = LongestUrl };

    private static CommandOption Job(bool isRequired) =>
        Option(CommandOptionType.Integer, "job", "Its number, as its card says", "nummer", "Ihre Nummer, wie auf ihrer Karte") with { Required = isRequired ? true : null, MinValue = 1 };

    private static CommandOption Option(CommandOptionType type, string name, string description, string germanName, string german) => new()
    {
        Type = type,
        Name = name,
        Description = description,
        NameLocalizations = CommandSet.German(germanName),
        DescriptionLocalizations = CommandSet.German(german),
    };
}
