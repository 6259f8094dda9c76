using NewsBot.Answering;
using NewsBot.Answering.Citations;

namespace NewsBot.Tests.Answering.Citations;

public class CheckReportTests
{
    [Fact]
    public void Claim_and_quote_stand_side_by_side_with_what_was_found_and_what_was_not()
    {
        var page = PageOf("The council bought two electric ferries.", "The council bought three ferries last week.");

        page.ShouldContain("The council bought");
        page.ShouldContain("<del>two electric</del>");
        page.ShouldContain("<mark>ferries</mark>");
    }

    [Fact]
    public void Neighbouring_words_that_were_found_are_one_highlight() =>
        PageOf("The harbour council bought ferries.", "The harbour council bought three ferries.").ShouldContain("<mark>harbour council bought</mark>");

    [Fact]
    public void The_page_says_what_its_marks_mean_and_counts_each_verdict() =>
        PageOf("The council bought three ferries.", "The council bought three ferries.").ShouldContain("1 claim: found in the source 1. Words were compared");

    [Fact]
    public void Nothing_of_a_text_becomes_markup()
    {
        const string Hostile = "The <script>alert(1)</script> council \"bought\" <img src=x onerror=alert(1)> ferries & boats.";

        var page = PageOf(Hostile, Hostile, "<b>notes</b>.txt");

        page.ShouldNotContain("<script", Case.Insensitive);
        page.ShouldNotContain("<img", Case.Insensitive);
        page.ShouldNotContain("<b>notes");
        page.ShouldContain("&lt;");
    }

    [Fact]
    public void The_page_loads_nothing_and_fits_dark_and_narrow_screens()
    {
        var page = PageOf("The council met.", "The council met.");

        page.ShouldNotContain("http", Case.Insensitive);
        page.ShouldContain("prefers-color-scheme: dark");
        page.ShouldContain("max-width: 40rem");
        page.ShouldContain("name=\"viewport\"");
    }

    [Fact]
    public void A_report_never_calls_a_claim_true_or_verified()
    {
        var page = PageOf("The council bought three ferries.", "The council bought three ferries.");

        page.ShouldNotContain("verified", Case.Insensitive);
        page.ShouldNotContain(" true", Case.Insensitive);
    }

    private static string PageOf(string claim, string source, string title = "notes.txt")
    {
        var verifier = new Verifier();
        using var output = new StringWriter();
        CheckReport.Write(output, [verifier.Check(claim, verifier.Prepare(source))], title);
        return output.ToString();
    }
}
