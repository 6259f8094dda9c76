using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Qdrant;

namespace NewsBot.Tests.Retrieval.Qdrant;

public class QdrantOptionsTests
{
    [Theory]
    [InlineData("not an address", null, "Qdrant:Endpoint")]
    [InlineData("ftp://server:6334", null, "Qdrant:Endpoint")]
    [InlineData("http://qdrant.example:6334", "key", "https")]
    public void A_setting_that_cannot_work_is_named_with_what_to_do(string endpoint, string? key, string expected) =>
        Validate(new QdrantOptions { Endpoint = endpoint, ApiKey = key }).ShouldContain(expected);

    [Fact]
    public void Numbers_outside_their_range_are_named_all_at_once()
    {
        var message = Validate(new QdrantOptions { Endpoint = "http://127.0.0.1:6334", BatchSize = 0, CollectionPrefix = "..", WriteConsistencyFactor = 2 });

        message.ShouldContain("Qdrant:BatchSize is 0");
        message.ShouldContain("Qdrant:CollectionPrefix is '..'");
        message.ShouldContain("Qdrant:WriteConsistencyFactor is 2");
    }

    [Theory]
    [InlineData("http://127.0.0.1:6334")]
    [InlineData("http://qdrant:6334")]
    [InlineData("https://qdrant.example:6334")]
    public void A_key_may_go_to_this_machine_to_a_private_network_or_encrypted(string endpoint) =>
        Validate(new QdrantOptions { Endpoint = endpoint, ApiKey = "key" }).ShouldBeEmpty();

    [Fact]
    public void Without_an_endpoint_the_embedded_index_stays() =>
        Register([]).Select(service => service.ServiceType).ShouldNotContain(typeof(QdrantIndex));

    [Fact]
    public void With_an_endpoint_there_is_one_index_and_it_is_Qdrants()
    {
        var services = Register(new Dictionary<string, string?> { ["Qdrant:Endpoint"] = "http://127.0.0.1:6334" });

        services.Count(service => service.ServiceType == typeof(IArchiveIndex)).ShouldBe(1);
        services.Count(service => service.ServiceType == typeof(ITermStatistics)).ShouldBe(1);
        services.Select(service => service.ServiceType).ShouldContain(typeof(QdrantIndex));
    }

    private static string Validate(QdrantOptions options) => string.Join(' ', new QdrantOptionsValidator().Validate(null, options).Failures ?? []);

    private static ServiceCollection Register(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddRetrieval(configuration).AddQdrant(configuration);
        return services;
    }
}
