using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Retrieval;

namespace NewsBot.Tests.Retrieval;

public class RetrievalOptionsTests
{
    [Theory]
    [InlineData("RecencyWeight", "-1")]
    [InlineData("RecencyDays", "0")]
    [InlineData("PassageWeight", "11")]
    [InlineData("OtherNamesWeight", "2")]
    [InlineData("SameSourcePenalty", "0.5")]
    [InlineData("IndexingThreads", "-1")]
    [InlineData("IndexingBufferMegabytes", "1")]
    public void A_setting_out_of_range_is_refused_by_its_name(string setting, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"Retrieval:{setting}", value)]).Build();
        using var services = new ServiceCollection().AddRetrieval(configuration).BuildServiceProvider();

        var exception = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<RetrievalOptions>>().Value);

        exception.Message.ShouldContain($"Retrieval:{setting} must lie between");
    }

    [Fact]
    public void The_defaults_are_in_range()
    {
        using var services = new ServiceCollection().AddRetrieval(new ConfigurationBuilder().Build()).BuildServiceProvider();

        services.GetRequiredService<IOptions<RetrievalOptions>>().Value.RecencyDays.ShouldBe(30);
    }
}
