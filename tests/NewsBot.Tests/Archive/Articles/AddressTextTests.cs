using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Articles;

public sealed class AddressTextTests
{
    [Theory]
    [InlineData("https://ada:secret@host.example/page", "https://***@host.example/page", "a user and a password")]
    [InlineData("https://token@host.example/page", "https://***@host.example/page", "a token in the user's place")]
    [InlineData("https://ada:s@cret@host.example/page", "https://***@host.example/page", "an at sign in the password")]
    [InlineData("https://ada:se/cret@host.example/page", "https://***@host.example/page", "a slash in the password: no address, and no less secret")]
    [InlineData("ftp://ada:secret@host.example/page", "ftp://***@host.example/page", "an address that is not fetched")]
    [InlineData("feed 3: https://ada:secret@host.example/feed moved to https://ada:secret@host.example/news", "feed 3: https://***@host.example/feed moved to https://***@host.example/news", "several in a sentence")]
    [InlineData("https://ada:secret@[::1]:8080/page", "https://***@[::1]:8080/page", "an IPv6 host")]
    public void A_login_is_hidden(string address, string shown, string why) => AddressText.WithoutLogin(address).ShouldBe(shown, why);

    [Theory]
    [InlineData("https://social.example/@ada/1", "an account's page")]
    [InlineData("https://host.example:8080/@ada", "a port")]
    [InlineData("http://[::1]:8080/@ada", "an IPv6 host")]
    [InlineData("https://host.example/page?mail=ada@host.example", "a mail address in the query")]
    [InlineData("https://host.example/page asked for by ada@host.example", "words behind the address")]
    [InlineData("/home/ada@work/news.jsonl", "a path")]
    [InlineData("https://", "no address")]
    public void Any_other_at_sign_stays(string text, string why) => AddressText.WithoutLogin(text).ShouldBe(text, why);
}
