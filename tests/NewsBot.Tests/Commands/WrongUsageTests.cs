using System.CommandLine;
using NewsBot.Commands;

namespace NewsBot.Tests.Commands;

/// <summary>A wrong command line is answered by sentences about what was typed, never by the program's types or a stack trace.</summary>
public sealed class WrongUsageTests
{
    public static TheoryData<string> CommandsWithOptions() =>
        [.. Commands(CommandLine.Parse([]).RootCommandResult.Command, []).SelectMany(found => found.Command.Options.Select(option => string.Join('|', [.. found.Words, option.Name])))];

    [Theory]
    [MemberData(nameof(CommandsWithOptions))]
    public void Every_option_without_its_value_or_with_one_that_it_cannot_read_is_answered_in_words(string words)
    {
        string[] option = words.Split('|');
        string[][] wrong = [option, [.. option, ""], [.. option, "\u2603"], [.. option, "-1"], [.. option[..^1], option[^1] + "=\u2603"]];

        foreach (var line in wrong)
        {
            var sentences = WrongUsage.Of(CommandLine.Parse(line));

            sentences.ShouldNotContain(sentence => sentence.Contains("System.") || sentence.Contains("Exception") || sentence.Contains("Cannot parse"), string.Join(' ', line));
        }
    }

    [Theory]
    [InlineData("aks|Who won?", "There is no verb 'aks'. Did you mean 'ask'?")]
    [InlineData("serach", "There is no verb 'serach'. Did you mean 'search'?")]
    [InlineData("feeds|ad|https://a.example/feed", "There is no verb 'ad'. Did you mean 'add'?")]
    [InlineData("constantinople", "There is no verb 'constantinople'.")]
    [InlineData("ask|--as-off|2025-01-01|Who won?", "There is no option '--as-off'. Did you mean '--as-of'?")]
    [InlineData("ask|Who won?|--jsno", "There is no option '--jsno'. Did you mean '--json'?")]
    [InlineData("ask|--unheard-of|Who won?", "There is no option '--unheard-of'.")]
    [InlineData("ask|Who|won?", "'won?' is one word too many: put words that belong together in quotation marks.")]
    [InlineData("articles", "Say what to do: list, show, remove, reextract, boilerplate.")]
    [InlineData("jobs|show|three", "JOB: 'three' is no number that can stand here.")]
    [InlineData("search|harbour|--limit|many", "--limit: 'many' is no number that can stand here.")]
    [InlineData("search|harbour|--limit|101", "--limit takes 1 to 100.")]
    [InlineData("audit|--limit|0", "--limit takes a number from 1.")]
    [InlineData("check|--answer|first", "--answer: 'first' is no id such as 00000000-0000-0000-0000-000000000000; '--json' prints the id of each answer.")]
    [InlineData("ingest|", "PATH_OR_URL is empty.")]
    [InlineData("backup| ", "FILE is empty.")]
    [InlineData("restore|", "FILE is empty.")]
    [InlineData("archives|export|", "FILE is empty.")]
    [InlineData("jobs|list|--data|", "--data is empty.")]
    [InlineData("ingest|a.html|--kind|html", "--kind: 'html' is none of auto, page, feed, sitemap, warc, json.")]
    [InlineData("ingest|a.html|--url|a.example", "--url: 'a.example' is no http(s) address.")]
    [InlineData("ingest|a.html|b.html|--url|https://a.example/1", "--url is the address that one file was saved from: give it with that file alone.")]
    [InlineData("ingest|https://a.example/2|--url|https://a.example/1", "--url is the address that one file was saved from: give it with that file alone.")]
    [InlineData("aks|--help", "There is no verb 'aks'. Did you mean 'ask'?")]
    public void What_is_wrong_is_named_and_what_was_meant_is_guessed(string words, string sentence)
    {
        WrongUsage.Of(CommandLine.Parse(words.Split('|')))[0].ShouldBe(sentence);
    }

    [Theory]
    [InlineData("aks", "'newsbot --help' tells what can be said.")]
    [InlineData("search", "'newsbot search --help' tells what can be said.")]
    [InlineData("feeds|add", "'newsbot feeds add --help' tells what can be said.")]
    public void The_last_sentence_leads_to_the_help_of_the_verb(string words, string hint)
    {
        WrongUsage.Of(CommandLine.Parse(words.Split('|')))[^1].ShouldBe(hint);
    }

    [Theory]
    [InlineData("ask|-x")]
    [InlineData("ask|--|--as-off")]
    [InlineData("ask|@names")]
    [InlineData("ask|--help")]
    [InlineData("check|-")]
    [InlineData("search|harbour|--limit|100")]
    [InlineData("eval|retrieval|questions.jsonl|--compare|run.json")]
    [InlineData("search|harbour|--source|--odd-name")]
    [InlineData("")]
    public void What_can_be_said_is_not_complained_of(string words)
    {
        WrongUsage.Of(CommandLine.Parse(words.Split('|', StringSplitOptions.RemoveEmptyEntries))).ShouldBeEmpty();
    }

    private static IEnumerable<(Command Command, string[] Words)> Commands(Command command, string[] words) =>
        command.Subcommands.SelectMany(child => Commands(child, [.. words, child.Name])).Prepend((command, words));
}
