using FsCheck.Xunit;
using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Clusters;

public sealed class StoryWordReaderTests
{
    private static readonly string[] Words =
    [
        "a", "river", "1987", "1.5", "1,234,567.89", "5-15/16", "a1b2", "fünf", "Éta", "naïveté", "ｗｉｄｅ", "straße", "fifteenletters1", "sixteenletters16", "seventeenletters7",
        "Donaudampfschifffahrtsgesellschaft", "İzmir", "Ελλάδα", "москва",
    ];

    private static readonly string[] Separators = [" ", ", ", ".\n\n", "… ", " “", "” ", "-", "/", ". 5", "’", "\u00A0", " — ", "."];

    [Property(MaxTest = 300)]
    public void A_word_has_the_same_hash_wherever_it_stands_and_whatever_follows_it(int seed)
    {
        var random = new Random(seed);
        var chosen = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Words[random.Next(Words.Length)]).ToList();
        var text = string.Concat(chosen.Select(word => word + (char.IsAsciiDigit(word[^1]) ? " " : Separators[random.Next(Separators.Length)].Replace("5", "", StringComparison.Ordinal))));

        Hashes(text).ShouldBe(chosen.Select(word => Hashes(word).ShouldHaveSingleItem()));
        Hashes(text.ToUpperInvariant()).Count.ShouldBe(chosen.Count);
    }

    [Property(MaxTest = 1_000)]
    public void Words_are_those_that_reading_a_character_at_a_time_finds_and_equal_ones_have_equal_hashes(int seed)
    {
        const string alphabet = "aaabBzZ01999é字İß.,-/.,-/    ’—\n\0@[`{:ａ";
        var random = new Random(seed);
        var text = string.Concat(Enumerable.Range(0, random.Next(220)).Select(_ => alphabet[random.Next(random.Next(1, alphabet.Length) + 1)]));

        var read = Read(text);

        read.Select(word => text[word.Start..word.End]).ShouldBe(WordsOf(text));
        var forms = read.Select(word => (word.Hash, Form: text[word.Start..word.End].ToLowerInvariant())).Distinct().ToList();
        forms.Select(word => Read(word.Form).ShouldHaveSingleItem().Hash).ShouldBe(forms.Select(word => word.Hash));
        forms.Select(word => word.Hash).ShouldBeUnique();
    }

    [Fact]
    public void Different_words_have_different_hashes() =>
        Words.Select(word => Hashes(word)[0]).ShouldBeUnique();

    [Theory]
    [InlineData("River", "rIVER")]
    [InlineData("naïveté", "NAÏVETÉ")]
    [InlineData("sixteenletters16", "SixteenLetters16")]
    public void Upper_and_lower_case_make_no_difference(string one, string other) =>
        Hashes(one).ShouldBe(Hashes(other));

    [Theory]
    [InlineData("東京", 2)]
    [InlineData("in東京today", 3)]
    [InlineData("a.b", 2)]
    [InlineData("3.b", 2)]
    [InlineData("3.4", 1)]
    [InlineData("3.", 1)]
    [InlineData("“quoted”", 1)]
    [InlineData("… —", 0)]
    [InlineData("", 0)]
    [InlineData("\uD835\uDC00", 0)]
    public void A_text_has_so_many_words(string text, int words) => Hashes(text).Count.ShouldBe(words);

    [Fact]
    public void Numbers_and_names_are_kept_apart()
    {
        const string text = "Mayor Quill counted twelve boats and 3.5 million bottles, zwölf of them Empty.";
        var hashes = Hashes(text);

        var features = StoryFeatures.Of("", text);

        features.Numbers.ShouldBe([hashes[3], hashes[6], hashes[9]], ignoreOrder: true);
        features.Names.ShouldBe([hashes[0], hashes[1], hashes[12]], ignoreOrder: true);
    }

    private static List<ulong> Hashes(string text) => [.. Read(text).Select(word => word.Hash)];

    private static List<StoryWord> Read(string text)
    {
        var words = new List<StoryWord>();
        Span<StoryWord> some = stackalloc StoryWord[StoryWordReader.WordsAtOnce];
        var position = 0;
        while (StoryWordReader.Read(text, ref position, some) is > 0 and var count)
        {
            words.AddRange(some[..count]);
        }

        return words;
    }

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var word = "";
        for (var at = 0; at < text.Length; at++)
        {
            var isPart = char.IsLetterOrDigit(text[at]) || (at > 0 && at + 1 < text.Length && ".,-/".Contains(text[at]) && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));
            word += isPart ? text[at] : "";
            if (word.Length > 0 && (!isPart || text[at] == '字' || at + 1 == text.Length))
            {
                words.Add(word);
                word = "";
            }
        }

        return words;
    }
}
