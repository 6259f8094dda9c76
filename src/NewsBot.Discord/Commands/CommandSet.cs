using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Commands;

/// <summary>The commands that NewsBot registers, with their German names and descriptions.</summary>
public static class CommandSet
{
    // Everywhere: in servers, in NewsBot's direct messages and in others, for servers and for users who installed it for themselves.
    private static readonly int[] Everywhere = [0, 1, 2];
    private static readonly int[] ForServersAndUsers = [0, 1];

    private const int OnMessage = 3;

    /// <summary>All commands, for the global scope. For one server the fields that only global commands have are left out.</summary>
    public static IReadOnlyList<ApplicationCommand> All(bool isForOneServer) =>
        [.. Global().Select(command => isForOneServer ? command with { Contexts = null, IntegrationTypes = null } : command)];

    private static IEnumerable<ApplicationCommand> Global()
    {
        yield return new ApplicationCommand
        {
            Name = "ask",
            NameLocalizations = German("frage"),
            Description = "Ask the news archive; every sentence of the answer cites its source",
            DescriptionLocalizations = German("Frage das Nachrichtenarchiv; jeder Satz der Antwort nennt seine Quelle"),
            Contexts = Everywhere,
            IntegrationTypes = ForServersAndUsers,
            Options =
            [
                Text("question", "What do you want to know?", "frage", "Was möchtest du wissen?", longest: 2000) with { Required = true },
                Text("since", "Only articles from this day on (YYYY-MM-DD)", "seit", "Nur Artikel ab diesem Tag (JJJJ-MM-TT)", longest: 10),
                Text("until", "Only articles up to this day (YYYY-MM-DD)", "bis", "Nur Artikel bis zu diesem Tag (JJJJ-MM-TT)", longest: 10),
                Text("as_of", "Answer as of this day (YYYY-MM-DD)", "stand", "Antwort nach dem Stand dieses Tages (JJJJ-MM-TT)", longest: 10),
                Source(),
                Private(),
            ],
        };
        yield return new ApplicationCommand
        {
            Name = "search",
            NameLocalizations = German("suche"),
            Description = "List articles of the archive",
            DescriptionLocalizations = German("Artikel des Archivs auflisten"),
            Contexts = Everywhere,
            IntegrationTypes = ForServersAndUsers,
            Options =
            [
                Text("query", "Words to search for", "begriff", "Wörter, nach denen gesucht wird", longest: 200) with { Required = true },
                Source(),
                Private(),
            ],
        };
        yield return new ApplicationCommand
        {
            Name = "article",
            NameLocalizations = German("artikel"),
            Description = "Show one article of the archive",
            DescriptionLocalizations = German("Einen Artikel des Archivs zeigen"),
            Contexts = Everywhere,
            IntegrationTypes = ForServersAndUsers,
            Options =
            [
                Text("article", "Its title; choose from the list", "artikel", "Sein Titel; wähle aus der Liste", longest: 100) with { Required = true, Autocomplete = true },
                Private(),
            ],
        };
        yield return new ApplicationCommand
        {
            Name = "latest",
            NameLocalizations = German("neuestes"),
            Description = "A timeline of a topic, each fact with its article",
            DescriptionLocalizations = German("Eine Zeitleiste zu einem Thema, jede Tatsache mit ihrem Artikel"),
            Contexts = Everywhere,
            IntegrationTypes = ForServersAndUsers,
            Options =
            [
                Text("topic", "The topic", "thema", "Das Thema", longest: 200) with { Required = true },
                Private(),
            ],
        };
        yield return new ApplicationCommand
        {
            Name = "help",
            NameLocalizations = German("hilfe"),
            Description = "What NewsBot can do",
            DescriptionLocalizations = German("Was NewsBot kann"),
            Contexts = Everywhere,
            IntegrationTypes = ForServersAndUsers,
        };
        yield return new ApplicationCommand
        {
            Name = "privacy",
            NameLocalizations = German("datenschutz"),
            Description = "Show and delete what is kept of you",
            DescriptionLocalizations = German("Zeigen und löschen, was über dich aufbewahrt wird"),
            Contexts = Everywhere,
            IntegrationTypes = ForServersAndUsers,
        };
        foreach (var command in AdminCommandSet.All())
        {
            yield return command;
        }

        yield return MessageCommand("Check citations", "Belege prüfen");
        yield return MessageCommand("Ask about this", "Danach fragen");
    }

    private static ApplicationCommand MessageCommand(string name, string german) => new()
    {
        Type = OnMessage,
        Name = name,
        NameLocalizations = German(german),
        Contexts = Everywhere,
        IntegrationTypes = ForServersAndUsers,
    };

    private static CommandOption Source() =>
        Text("source", "Only this publication", "quelle", "Nur diese Publikation", longest: 100) with { Autocomplete = true };

    private static CommandOption Private() => Flag("private", "Only you see the answer", "privat", "Nur du siehst die Antwort");

    private static CommandOption Text(string name, string description, string germanName, string germanDescription, int longest) => new()
    {
        Type = CommandOptionType.Text,
        Name = name,
        Description = description,
        NameLocalizations = German(germanName),
        DescriptionLocalizations = German(germanDescription),
        MaxLength = longest,
    };

    private static CommandOption Flag(string name, string description, string germanName, string germanDescription) => new()
    {
        Type = CommandOptionType.Flag,
        Name = name,
        Description = description,
        NameLocalizations = German(germanName),
        DescriptionLocalizations = German(germanDescription),
    };

    internal static Dictionary<string, string> German(string text) => new(StringComparer.Ordinal) { ["de"] = text };
}
