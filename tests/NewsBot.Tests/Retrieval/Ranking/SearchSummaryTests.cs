using NewsBot.Archive;
using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval.Ranking;

/// <summary>What people are told was searched when nothing answers.</summary>
public class SearchSummaryTests
{
    private static readonly ArticleContent[] Articles =
    [
        Article("old", "Toll on the harbor bridge", "The toll on the harbor bridge is 3 crowns.", "2022-05-03", "Harbor Herald"),
        Article("older", "Harbor bridge opens", "The harbor bridge opened.", "2021-05-03", "Harbor Herald"),
    ];

    [Theory]
    [InlineData("What is the toll on the harbor bridge after 2023?", "Nothing about “toll”, “harbor”, “bridge” was found since 1 January 2024; the newest of the nearest articles is from 3 May 2022.")]
    [InlineData("What was the toll in March 2024?", "Nothing about “toll” was found in March 2024; the newest of the nearest articles is from 3 May 2022.")]
    [InlineData("What was the toll on 5 March 2024?", "Nothing about “toll” was found on 5 March 2024; the newest of the nearest articles is from 3 May 2022.")]
    [InlineData("What was the toll between March and May 2024?", "Nothing about “toll” was found from 1 March 2024 to 31 May 2024; the newest of the nearest articles is from 3 May 2022.")]
    [InlineData("What was the toll before 2020?", "Nothing about “toll” was found up to 31 December 2019; the newest of the nearest articles is from 3 May 2022.")]
    [InlineData("What was the toll in May 2022?", "Searched for “toll”.")]
    [InlineData("Who painted the harbor lighthouse?", "Searched for “painted”, “harbor”, “lighthouse”. No article holds “painted” or “lighthouse”.")]
    [InlineData("Zorblax?", "Nothing about “Zorblax” was found.")]
    [InlineData("What happened?", "Nothing about “happened” was found.")]
    [InlineData("What happened in March 2024?", "No article was published in March 2024.")]
    [InlineData("What happened in May 2022?", "")]
    [InlineData("🙂", "")]
    public async Task The_words_and_the_time_that_were_searched_are_told(string question, string summary)
    {
        using var archive = new IndexedArchive().With(Articles);

        (await archive.SearchAsync(question)).WhatWasSearched.ShouldBe(summary);
    }

    [Fact]
    public async Task The_source_and_days_that_narrowed_the_search_are_named()
    {
        using var archive = new IndexedArchive().With(Articles);

        var outcome = await archive.SearchAsync("toll", query => query with { Source = "Harbor", Since = new DateOnly(2023, 1, 1) });

        outcome.WhatWasSearched.ShouldBe("Nothing about “toll” was found in “Harbor” among articles since 1 January 2023.");
    }

    [Fact]
    public async Task Articles_far_from_the_days_asked_for_make_an_answer_less_likely()
    {
        using var archive = new IndexedArchive().With(Articles);

        var then = await archive.SearchAsync("What was the toll on the harbor bridge in May 2022?");
        var never = await archive.SearchAsync("What was the toll on the harbor bridge in May 2024?");

        never.Answerability.ShouldBeLessThan(then.Answerability);
    }
}
