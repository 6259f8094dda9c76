using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Discord.Rendering;

namespace NewsBot.Tests.Discord;

public class RenderingTests
{
    [Theory]
    [InlineData("**bold** _i_ ~~s~~ `c` ||x||", @"\*\*bold\*\* \_i\_ \~\~s\~\~ \`c\` \|\|x\|\|")]
    [InlineData("@everyone", "@\u200Beveryone")]
    [InlineData("<@123> <#4> <:e:5> <t:1:R>", "\\<@\u200B123> \\<#4> \\<:e:5> \\<t:1:R>")]
    [InlineData("[a](https://x.example)", @"\[a\](https:\//x.example)")]
    [InlineData("discord.gg/abc", @"discord.gg\/abc")]
    [InlineData("# big\n> quote\n- list\n1. one", "\\# big\n\\> quote\n\\- list\n1\\. one")]
    [InlineData("  - list", @"  \- list")]
    [InlineData("a - b > c # d 1. e", "a - b > c # d 1. e")]
    [InlineData("a\u0000b\u202Ec\u2066d\uFEFFe", "abcde")]
    [InlineData("and/or 3/4", "and/or 3/4")]
    public void Text_from_outside_shows_as_it_reads(string text, string escaped) => DiscordMarkdown.Escape(text).ShouldBe(escaped);

    [Property]
    public bool Escaping_leaves_no_sign_of_formatting_unescaped(NonNull<string> text)
    {
        var escaped = DiscordMarkdown.Escape(text.Get);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] == '\\')
            {
                i++;
            }
            else if (escaped[i] is '*' or '_' or '~' or '`' or '|' or '<' or '[' or ']')
            {
                return false;
            }
        }

        return !escaped.Contains("@everyone") && !escaped.Contains('\u202E') && !escaped.Contains('\0');
    }

    [Property]
    public bool Undoing_the_escapes_gives_the_text_without_its_controls(NonNull<string> text)
    {
        var shown = new System.Text.StringBuilder();
        var escaped = DiscordMarkdown.Escape(text.Get);
        for (var i = 0; i < escaped.Length; i++)
        {
            shown.Append(escaped[i] == '\\' ? escaped[++i] : escaped[i]);
        }

        return shown.Replace("\u200B", "").ToString() == DiscordMarkdown.WithoutControls(text.Get).Replace("\u200B", "");
    }

    [Theory]
    [InlineData("Plain title", "https://n.example/a_(b)", "[Plain title](<https://n.example/a_%28b%29>)")]
    [InlineData("See https://x.example now", "https://n.example/", @"See https:\//x.example now [↗](<https://n.example/>)")]
    [InlineData("Storm ⛈ ahead", "https://n.example/", "Storm ⛈ ahead [↗](<https://n.example/>)")]
    [InlineData("A [b] c", "https://n.example/", @"A \[b\] c [↗](<https://n.example/>)")]
    [InlineData("Title", "javascript:alert(1)", "Title")]
    [InlineData("Title", "ftp://n.example/", "Title")]
    public void A_link_is_made_only_where_it_would_show_as_one(string text, string url, string link) => DiscordMarkdown.Link(text, url).ShouldBe(link);

    [Property]
    public Property What_is_left_out_for_room_is_always_the_least_important_and_never_a_part_of_a_piece() => Prop.ForAll(
        Pieces().ListOf().ToArbitrary(),
        pieces =>
        {
            var kept = ReplyLayout.Fit([.. pieces], 1_000);
            var dropped = pieces.Where(piece => !kept.Any(other => ReferenceEquals(piece, other))).ToList();
            return ReplyLayout.Join(kept).Length <= 1_000
                && kept.All(piece => pieces.Contains(piece))
                && (dropped.Count == 0 || kept.Count == 0 || dropped.Max(piece => piece.Importance) <= kept.Min(piece => piece.Importance));
        });

    private static Gen<TextPiece> Pieces() =>
        from length in Gen.Choose(0, 300)
        from importance in Gen.Elements(Enum.GetValues<Importance>())
        select new TextPiece(new string('x', length), importance);

    [Fact]
    public void A_day_is_the_same_day_for_readers_from_Alaska_to_Fiji()
    {
        NewsBot.Archive.NewsTime.TryParse("2024-03-12", out var day).ShouldBeTrue();
        var moment = DateTimeOffset.FromUnixTimeSeconds(long.Parse(DiscordMarkdown.Day(day).Split(':')[1]));

        moment.ToOffset(TimeSpan.FromHours(-9)).Day.ShouldBe(12);
        moment.ToOffset(TimeSpan.FromHours(11)).Day.ShouldBe(12);
    }

    [Fact]
    public void English_and_German_have_the_same_texts_with_the_same_places()
    {
        var resources = new System.Resources.ResourceManager("NewsBot.Discord.Texts.Replies", typeof(ReplyTexts).Assembly);
        var english = resources.GetResourceSet(System.Globalization.CultureInfo.InvariantCulture, true, false)!.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        var german = resources.GetResourceSet(System.Globalization.CultureInfo.GetCultureInfo("de"), true, false)!.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

        german.Keys.Order().ShouldBe(english.Keys.Order());
        foreach (var (name, text) in english)
        {
            Places(german[name]).ShouldBe(Places(text), name);
        }

        static string Places(string text) => string.Concat(Enumerable.Range(0, 9).Where(i => text.Contains("{" + i, StringComparison.Ordinal)));
    }
}
