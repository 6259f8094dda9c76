using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Archive.Versions;

public sealed class CorrectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ArchiveStore store;

    public CorrectionTests() => store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("The wing will have 64 beds.", "The wing will have 46 beds.", "64 → 46")]
    [InlineData("Mayor Ada Quill resigned.", "Mayor Ada Quist resigned.", "Quill → Quist")]
    [InlineData("It opens on 3 March.", "It opens on 5 March.", "3 → 5")]
    [InlineData("It seats 64.", "It seats 46.", "64 → 46")]
    [InlineData("The wing of 64 beds opens on 3 March, said Ada Quill.", "The wing of 46 beds opens on 5 March, said Ada Quist.", "64 → 46; 3 → 5; Quill → Quist")]
    [InlineData("Ada Quill spoke. The council heard Quill and agreed.", "Ada Quist spoke. The council heard Quist and agreed.", "Quill → Quist")]
    [InlineData("a 1 b 2 c 3 d 4 e 5 f 6 g 7 h", "a 11 b 12 c 13 d 14 e 15 f 16 g 17 h", "1 → 11; 2 → 12; 3 → 13; 4 → 14; 5 → 15; and 2 more")]
    public void A_new_version_with_another_number_name_or_date_is_a_correction(string before, string after, string what) =>
        Versions(before, after).Standing.Correction!.What.ShouldBe(what);

    [Theory]
    [InlineData("The wing will have 64 beds.", "The wing will have 64 beds. It opens in May.", "text was added")]
    [InlineData("The wing will have 64 beds, all new.", "The wing will have 64 beds, all modern.", "only wording changed")]
    [InlineData("The vote was close.", "A vote was close.", "a sentence begins otherwise")]
    public void A_new_version_that_changes_no_fact_is_none(string before, string after, string why) =>
        Versions(before, after).Standing.Correction.ShouldBeNull(why);

    [Theory]
    [InlineData("Beds: 46.\n\nEditor’s note, 10 May 2024: An earlier version of this article gave the number of beds as 64.")]
    [InlineData("Correction: The number of beds is 46, not 64.\n\nThe wing will have 46 beds.")]
    [InlineData("The wing has 46 beds. This article was corrected on 10 May.")]
    [InlineData("Qtly div 41 cts. (Company corrects pay date, April 25, in March 16 item)")]
    [InlineData("Der Anbau hat 46 Betten.\n\nIn einer früheren Fassung dieses Artikels stand die Zahl 64.")]
    [InlineData("L'aile aura 46 lits.\n\nUne version précédente de cet article donnait le nombre de 64.")]
    public void An_editors_note_marks_even_the_first_version(string text)
    {
        var article = Store(text);

        article.Standing.Correction.ShouldNotBeNull();
    }

    [Fact]
    public void A_note_in_brackets_ends_with_them_and_is_of_the_day_of_its_first_version()
    {
        store.Store(ArchiveName.Default, [new ArticleContent { Title = "Catch", Text = "TOLLEMERE - (Corrects tonnage in first paragraph.) The fleet landed 340 tonnes.", ExternalId = "b", Published = NewsTime.OfDay(new DateOnly(2025, 6, 4)) }]);

        var correction = store.Find(ArchiveName.Default, "b")!.Standing.Correction!;

        correction.What.ShouldBe("Corrects tonnage in first paragraph.");
        correction.At.Day.ShouldBe(new DateOnly(2025, 6, 4));
    }

    [Theory]
    [InlineData("The Department of Corrections said: prisons are full.")]
    [InlineData("She wrote a note to the editor about the weather.")]
    public void Talk_about_corrections_is_none(string text) => Store(text).Standing.Correction.ShouldBeNull();

    private Article Versions(string before, string after)
    {
        Store(before);
        return Store(after);
    }

    private Article Store(string text)
    {
        store.Store(ArchiveName.Default, [new ArticleContent { Title = "Hospital", Text = text, ExternalId = "a" }]);
        return store.Find(ArchiveName.Default, "a")!;
    }
}
