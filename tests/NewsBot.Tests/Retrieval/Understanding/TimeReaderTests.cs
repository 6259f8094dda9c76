using NewsBot.Retrieval;
using NewsBot.Retrieval.Text;
using NewsBot.Retrieval.Understanding;

namespace NewsBot.Tests.Retrieval.Understanding;

/// <summary>Read as of Wednesday, 11 June 2025.</summary>
public class TimeReaderTests
{
    private static readonly DateOnly Today = new(2025, 6, 11);

    [Theory]
    [InlineData("What happened on 5 March 2024?", "2024-03-05", "2024-03-05")]
    [InlineData("What happened on March 5, 2024?", "2024-03-05", "2024-03-05")]
    [InlineData("What happened on the 5th of March 2024?", "2024-03-05", "2024-03-05")]
    [InlineData("What happened on 2024-03-05?", "2024-03-05", "2024-03-05")]
    [InlineData("What happened on 3/5/2024?", "2024-03-05", "2024-03-05")]
    [InlineData("Who resigned in March 2024?", "2024-03-01", "2024-03-31")]
    [InlineData("Who resigned in March?", "2025-03-01", "2025-03-31")]
    [InlineData("Who resigned in October?", "2024-10-01", "2024-10-31")]
    [InlineData("Who resigned in May?", "2025-05-01", "2025-05-31")]
    [InlineData("Who resigned last March?", "2025-03-01", "2025-03-31")]
    [InlineData("Who resigned on 30 June?", "2024-06-30", "2024-06-30")]
    [InlineData("Who resigned in early March 2024?", "2024-03-01", "2024-03-10")]
    [InlineData("Who resigned in late 2023?", "2023-09-01", "2023-12-31")]
    [InlineData("Profit in Q3 2023?", "2023-07-01", "2023-09-30")]
    [InlineData("Profit in the third quarter of 2023?", "2023-07-01", "2023-09-30")]
    [InlineData("Profit in the third quarter?", "2024-07-01", "2024-09-30")]
    [InlineData("What was built in the 1990s?", "1990-01-01", "1999-12-31")]
    [InlineData("What was built in 1986?", "1986-01-01", "1986-12-31")]
    [InlineData("What was yesterday's vote about?", "2025-06-10", "2025-06-10")]
    [InlineData("What happened today?", "2025-06-11", "2025-06-11")]
    [InlineData("Who won last week?", "2025-06-02", "2025-06-08")]
    [InlineData("Who won last year?", "2024-01-01", "2024-12-31")]
    [InlineData("Who won last month?", "2025-05-01", "2025-05-31")]
    [InlineData("Who won this year?", "2025-01-01", "2025-12-31")]
    [InlineData("Who won two months ago?", "2025-04-01", "2025-04-30")]
    [InlineData("Who won three days ago?", "2025-06-08", "2025-06-08")]
    [InlineData("Who won a week ago?", "2025-06-02", "2025-06-08")]
    [InlineData("Who won in the past two weeks?", "2025-05-28", "2025-06-11")]
    [InlineData("What did the mayor say on Tuesday?", "2025-06-10", "2025-06-10")]
    [InlineData("What did the mayor say last Wednesday?", "2025-06-04", "2025-06-04")]
    [InlineData("Who won this weekend?", "2025-06-07", "2025-06-08")]
    [InlineData("What has changed since Tuesday?", "2025-06-10", "2025-06-11")]
    [InlineData("What has changed since 2019?", "2019-01-01", "2025-06-11")]
    [InlineData("What was known until March?", "0001-01-01", "2025-03-31")]
    [InlineData("What was known before March 2024?", "0001-01-01", "2024-02-29")]
    [InlineData("What happened after March 2024?", "2024-04-01", "2025-06-11")]
    [InlineData("What changed from March to May 2024?", "2024-03-01", "2024-05-31")]
    [InlineData("What changed between 5 March and 10 March 2024?", "2024-03-05", "2024-03-10")]
    [InlineData("What changed from 5 to 10 March 2024?", "2024-03-05", "2024-03-10")]
    [InlineData("How did prices move 2019-2021?", "2019-01-01", "2021-12-31")]
    [InlineData("How did prices move 2019–2021?", "2019-01-01", "2021-12-31")]
    [InlineData("Who won in 2019/20?", "2019-01-01", "2020-12-31")]
    [InlineData("What was built in the first half of 2024?", "2024-01-01", "2024-06-30")]
    [InlineData("Profit in H2 2023?", "2023-07-01", "2023-12-31")]
    [InlineData("Profit in the second half of last year?", "2024-07-01", "2024-12-31")]
    [InlineData("Third-quarter 2023 profit?", "2023-07-01", "2023-09-30")]
    [InlineData("What happened in mid-March 2024?", "2024-03-11", "2024-03-20")]
    [InlineData("What burned in summer 2024?", "2024-06-01", "2024-08-31")]
    [InlineData("What burned last summer?", "2024-06-01", "2024-08-31")]
    [InlineData("What froze in the winter of 2023?", "2023-12-01", "2024-02-29")]
    [InlineData("What was built in the nineties?", "1990-01-01", "1999-12-31")]
    [InlineData("What was built in the '80s?", "1980-01-01", "1989-12-31")]
    [InlineData("What was built in the 19th century?", "1800-01-01", "1899-12-31")]
    [InlineData("What changed over the last decade?", "2015-06-11", "2025-06-11")]
    [InlineData("Who won in the past week?", "2025-06-04", "2025-06-11")]
    [InlineData("Who won in the last few days?", "2025-06-07", "2025-06-11")]
    [InlineData("Who won in the last 24 hours?", "2025-06-10", "2025-06-11")]
    [InlineData("Who won the day before yesterday?", "2025-06-09", "2025-06-09")]
    [InlineData("What has changed since the beginning of the year?", "2025-01-01", "2025-06-11")]
    [InlineData("What happened in the year 2000?", "2000-01-01", "2000-12-31")]
    [InlineData("What did she announce after 2023?", "2024-01-01", "2025-06-11")]
    [InlineData("What is planned by the end of 2026?", "0001-01-01", "2026-12-31")]
    [InlineData("What is planned for next month?", "2025-07-01", "2025-07-31")]
    [InlineData("How many left between March and May?", "2025-03-01", "2025-05-31")]
    [InlineData("How many left from 2019 to 2021?", "2019-01-01", "2021-12-31")]
    [InlineData("How many left between November and February?", "2024-11-01", "2025-02-28")]
    public void English_times_become_days(string question, string first, string last) => ShouldRead(question, TextLanguage.English, first, last);

    [Theory]
    [InlineData("Was geschah am 5. März 2024?", "2024-03-05", "2024-03-05")]
    [InlineData("Was geschah am 05.03.2024?", "2024-03-05", "2024-03-05")]
    [InlineData("Wer trat im März zurück?", "2025-03-01", "2025-03-31")]
    [InlineData("Wer trat im Oktober 2023 zurück?", "2023-10-01", "2023-10-31")]
    [InlineData("Was geschah gestern?", "2025-06-10", "2025-06-10")]
    [InlineData("Was geschah vorgestern?", "2025-06-09", "2025-06-09")]
    [InlineData("Wer gewann letzte Woche?", "2025-06-02", "2025-06-08")]
    [InlineData("Wer gewann vergangenen Monat?", "2025-05-01", "2025-05-31")]
    [InlineData("Wer gewann im letzten Jahr?", "2024-01-01", "2024-12-31")]
    [InlineData("Wer gewann vor zwei Monaten?", "2025-04-01", "2025-04-30")]
    [InlineData("Was hat sich seit Dienstag geändert?", "2025-06-10", "2025-06-11")]
    [InlineData("Gewinn im dritten Quartal 2023?", "2023-07-01", "2023-09-30")]
    [InlineData("Gewinn im 3. Quartal 2023?", "2023-07-01", "2023-09-30")]
    [InlineData("Was wurde in den 1990er Jahren gebaut?", "1990-01-01", "1999-12-31")]
    [InlineData("Wie viele gingen zwischen März und Mai?", "2025-03-01", "2025-05-31")]
    [InlineData("Was geschah im Frühjahr 2024?", "2024-03-01", "2024-05-31")]
    [InlineData("Was geschah Anfang des Jahres?", "2025-01-01", "2025-05-01")]
    [InlineData("Was geschah Mitte März 2024?", "2024-03-11", "2024-03-20")]
    [InlineData("Wer gewann im ersten Halbjahr 2024?", "2024-01-01", "2024-06-30")]
    [InlineData("Wer gewann in den letzten drei Tagen?", "2025-06-08", "2025-06-11")]
    [InlineData("Wer gewann in den letzten Tagen?", "2025-06-07", "2025-06-11")]
    [InlineData("Wer gewann diese Woche?", "2025-06-09", "2025-06-15")]
    [InlineData("Wer gewann letzten Dienstag?", "2025-06-10", "2025-06-10")]
    [InlineData("Wer regierte von 2019 bis 2021?", "2019-01-01", "2021-12-31")]
    [InlineData("Was ist bis Ende 2026 geplant?", "0001-01-01", "2026-12-31")]
    [InlineData("Was geschah nach 2023?", "2024-01-01", "2025-06-11")]
    [InlineData("Was geschah vor einem Jahr?", "2024-01-01", "2024-12-31")]
    [InlineData("Was wurde in den Neunzigern gebaut?", "1990-01-01", "1999-12-31")]
    [InlineData("Was wurde im 19. Jahrhundert gebaut?", "1800-01-01", "1899-12-31")]
    [InlineData("Anfang März 2024", "2024-03-01", "2024-03-10")]
    public void German_times_become_days(string question, string first, string last) => ShouldRead(question, TextLanguage.German, first, last);

    [Theory]
    [InlineData("Que s'est-il passé le 5 mars 2024 ?", "2024-03-05", "2024-03-05")]
    [InlineData("Qui a démissionné en mars ?", "2025-03-01", "2025-03-31")]
    [InlineData("Qui a démissionné en octobre 2023 ?", "2023-10-01", "2023-10-31")]
    [InlineData("Que s'est-il passé hier ?", "2025-06-10", "2025-06-10")]
    [InlineData("Que s'est-il passé avant-hier ?", "2025-06-09", "2025-06-09")]
    [InlineData("Qui a gagné la semaine dernière ?", "2025-06-02", "2025-06-08")]
    [InlineData("Qui a gagné le mois dernier ?", "2025-05-01", "2025-05-31")]
    [InlineData("Qui a gagné l'année dernière ?", "2024-01-01", "2024-12-31")]
    [InlineData("Qui a gagné cette année ?", "2025-01-01", "2025-12-31")]
    [InlineData("Qui a gagné il y a deux mois ?", "2025-04-01", "2025-04-30")]
    [InlineData("Qu'est-ce qui a changé depuis mardi ?", "2025-06-10", "2025-06-11")]
    [InlineData("Le bénéfice du troisième trimestre 2023 ?", "2023-07-01", "2023-09-30")]
    [InlineData("Qu'a-t-on construit dans les années 1990 ?", "1990-01-01", "1999-12-31")]
    [InlineData("Qu'a-t-on construit dans les années 90 ?", "1990-01-01", "1999-12-31")]
    [InlineData("Qui a gagné au printemps 2024 ?", "2024-03-01", "2024-05-31")]
    [InlineData("Qui a gagné l'été dernier ?", "2024-06-01", "2024-08-31")]
    [InlineData("Qui a gagné au début de l'année ?", "2025-01-01", "2025-05-01")]
    [InlineData("Qui a gagné fin 2023 ?", "2023-09-01", "2023-12-31")]
    [InlineData("Qui a gagné ces derniers jours ?", "2025-06-07", "2025-06-11")]
    [InlineData("Qui a gagné au cours des trois derniers mois ?", "2025-03-11", "2025-06-11")]
    [InlineData("Que s'est-il passé lundi dernier ?", "2025-06-09", "2025-06-09")]
    [InlineData("Qui gouvernait de 2019 à 2021 ?", "2019-01-01", "2021-12-31")]
    [InlineData("Bénéfice du premier semestre 2024 ?", "2024-01-01", "2024-06-30")]
    [InlineData("Bénéfice au T3 2023 ?", "2023-07-01", "2023-09-30")]
    [InlineData("Qu'a-t-on construit au 19e siècle ?", "1800-01-01", "1899-12-31")]
    [InlineData("Qu'a-t-elle annoncé après 2023 ?", "2024-01-01", "2025-06-11")]
    [InlineData("Qui a gagné jusqu'en 2020 ?", "0001-01-01", "2020-12-31")]
    [InlineData("Combien sont partis entre mars et mai ?", "2025-03-01", "2025-05-31")]
    public void French_times_become_days(string question, string first, string last) => ShouldRead(question, TextLanguage.French, first, last);

    [Theory]
    [InlineData("Who may resign?")]
    [InlineData("When will the troops march on the capital?")]
    [InlineData("Who polled before the election of 2024?")]
    [InlineData("How many got 2000 tonnes of wheat?")]
    [InlineData("Who is the first lady?")]
    [InlineData("Who scored in the first half?")]
    [InlineData("Where does the spring rise, in the fall of the wall?")]
    [InlineData("When did the government fall?")]
    [InlineData("How many days does it take?")]
    [InlineData("On 99/99/9999?")]
    [InlineData("")]
    public void What_is_no_time_stays_text(string question) =>
        TimeReader.Read(question, TextLanguage.English, Today).Time.ShouldBeNull();

    [Theory]
    [InlineData("Who resigned in March?", "“in March” was taken as March 2025.")]
    [InlineData("What did she say on Tuesday?", "“on Tuesday” was taken as 10 June 2025.")]
    [InlineData("Who resigned on 3/5/2024?", "“on 3/5/2024” was taken as 5 March 2024.")]
    [InlineData("What was built in the 90s?", "“in the 90s” was taken as 1990 to 1999.")]
    [InlineData("What burned last summer?", "“last summer” was taken as 1 June 2024 to 31 August 2024.")]
    [InlineData("What is planned for next year?", "“for next year” lies after 11 June 2025, the day of asking.")]
    [InlineData("Who won last week?", "“last week” was taken as 2 June 2025 to 8 June 2025.")]
    [InlineData("Wer gewann vor zwei Monaten? der die das", "“vor zwei Monaten” was taken as April 2025.", TextLanguage.German)]
    public void What_was_filled_in_is_shown(string question, string note, TextLanguage language = TextLanguage.English) =>
        TimeReader.Read(question, language, Today).Notes.ShouldContain(note);

    [Fact]
    public void A_complete_date_needs_no_note() => TimeReader.Read("on 5 March 2024", TextLanguage.English, Today).Notes.ShouldBeEmpty();

    [Theory]
    [InlineData("What is the latest on the bridge?", TimeFocus.Latest)]
    [InlineData("Who is the current mayor?", TimeFocus.Latest)]
    [InlineData("What are they offering right now?", TimeFocus.Latest)]
    [InlineData("What is the history of the bridge?", TimeFocus.Origin)]
    [InlineData("Who was the first woman to lead the council?", TimeFocus.Origin)]
    [InlineData("When was the company founded?", TimeFocus.Origin)]
    [InlineData("What did First Harbor Bank earn?", TimeFocus.None)]
    [InlineData("Who is the first minister?", TimeFocus.None)]
    [InlineData("Wer war die erste Frau im Amt?", TimeFocus.Origin, TextLanguage.German)]
    [InlineData("Qui fut la première femme élue ?", TimeFocus.Origin, TextLanguage.French)]
    [InlineData("Quel est le dernier chiffre du chômage ?", TimeFocus.Latest, TextLanguage.French)]
    [InlineData("Was sagte sie zuletzt?", TimeFocus.Latest, TextLanguage.German)]
    [InlineData("Who built the bridge?", TimeFocus.None)]
    [InlineData("Who built the bridge in 1990?", TimeFocus.Stated)]
    [InlineData("Wie ist der aktuelle Stand?", TimeFocus.Latest, TextLanguage.German)]
    [InlineData("Qui est actuellement maire ?", TimeFocus.Latest, TextLanguage.French)]
    public void The_kind_of_moment_is_told_by_its_words(string question, TimeFocus focus, TextLanguage language = TextLanguage.English) =>
        TimeReader.Read(question, language, Today).Focus.ShouldBe(focus);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9999, 12, 31)]
    [InlineData(2024, 2, 29)]
    public void No_day_of_asking_breaks_the_reading(int year, int month, int day)
    {
        foreach (var question in new[] { "last week", "next year", "500 months ago", "this weekend", "30 days ago", "in the past 99 years", "in the last 99 decades", "since the last decade", "in the last 99 hours", "last winter", "next summer", "in H1", "mid-year", "in the 2nd century", "on 31 December", "next Tuesday", "since March" })
        {
            Should.NotThrow(() => TimeReader.Read(question, TextLanguage.English, new DateOnly(year, month, day)));
        }
    }

    private static void ShouldRead(string question, TextLanguage language, string first, string last)
    {
        var time = TimeReader.Read(question, language, Today).Time.ShouldNotBeNull();
        (time.First.ToString("yyyy-MM-dd", null), time.Last.ToString("yyyy-MM-dd", null)).ShouldBe((first, last));
    }
}
