using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>feeds add|list|remove</c>: feeds that the host looks at by itself.</summary>
internal static class FeedsCommand
{
    private const string DefaultInterval = "15m";

    public static Command Create(CommonOptions common) => new("feeds", "Feeds that the host looks at by itself.")
    {
        CreateAdd(common),
        CreateList(common),
        CreateRemove(common),
    };

    private static Command CreateAdd(CommonOptions common)
    {
        var url = new Argument<string>("URL") { Description = "The feed's address." };
        var every = new Option<string>("--every") { Description = "How often, for example 15m, 2h, 1d.", HelpName = "TIME", DefaultValueFactory = _ => DefaultInterval };
        every.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && ReadInterval(text) is null)
            {
                result.AddError($"--every: '{text}' is no time between a minute and 30 days; write for example 15m, 2h or 1d.");
            }
        });
        var command = new Command("add", "Look at a feed regularly and ingest what is new.") { url, every };
        Verb.SetFirstAction(command, common, (verb, parsed, _) =>
        {
            var address = parsed.GetRequiredValue(url);
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                throw CommandFailure.Usage($"'{AddressText.WithoutLogin(address)}' is no http(s) address.");
            }

            var feed = verb.Get<ArchiveStore>().Feeds.Add(verb.Archive, address, ReadInterval(parsed.GetRequiredValue(every))!.Value, "terminal");
            verb.Record("feeds add", $"feed {feed.Number}: {address} every {parsed.GetRequiredValue(every)}");
            Console.WriteLine(verb.Json
                ? JsonSerializer.Serialize(FeedJson.From(feed), ContractJson.ForTerminals.FeedJson)
                : $"Feed {feed.Number} is looked at every {parsed.GetRequiredValue(every)} while the host runs.");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateList(CommonOptions common)
    {
        var command = new Command("list", "List the feeds, how they went and when they are due; with --json one object a line.");
        Verb.SetAction(command, common, StoreAccess.Read, (verb, _, _) =>
        {
            var output = TerminalText.StandardOutput();
            var feeds = verb.Get<ArchiveStore>().Feeds.List();
            verb.SayIfNone(feeds.Count, "No feed is looked at yet; 'newsbot feeds add URL' adds one.");
            foreach (var feed in feeds)
            {
                if (verb.Json)
                {
                    Console.WriteLine(JsonSerializer.Serialize(FeedJson.From(feed), ContractJson.ForTerminals.FeedJson));
                    continue;
                }

                output.Paragraph($"{feed.Number}  {feed.ShownUrl}  (archive {feed.Archive})", "    ");
                output.Faint(State(feed), "    ");
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateRemove(CommonOptions common)
    {
        var number = new Argument<long>("FEED") { Description = "The feed's number." };
        var command = new Command("remove", "Look at a feed no more; its articles stay.") { number };
        Verb.SetAction(command, common, StoreAccess.Read, (verb, parsed, _) =>
        {
            var feed = parsed.GetRequiredValue(number);
            if (!verb.Get<ArchiveStore>().Feeds.Remove(feed))
            {
                throw CommandFailure.Failed($"There is no feed {feed}; 'newsbot feeds list' shows them.");
            }

            verb.Record("feeds remove", $"feed {feed}");
            Verb.Tell(verb.Json, $"Feed {feed} is looked at no more; its articles stay.", new RemovedFeedJson(feed), ContractJson.ForTerminals.RemovedFeedJson);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static string State(ScheduledFeed feed)
    {
        var last = feed.LastSuccessAt is { } success ? string.Create(CultureInfo.InvariantCulture, $"last read {success:u}") : "not read yet";
        var next = feed.IsDead ? "given up" : string.Create(CultureInfo.InvariantCulture, $"next {feed.NextAt:u}");
        return string.Join("; ", new[] { last, next, feed.Message }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static TimeSpan? ReadInterval(string text)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        TimeSpan? interval = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            _ => null,
        };
        return interval >= FeedSchedule.ShortestInterval && interval <= FeedSchedule.LongestInterval ? interval : null;
    }
}
