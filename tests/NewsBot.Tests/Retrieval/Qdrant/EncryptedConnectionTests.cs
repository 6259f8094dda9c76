using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Fakes;
using NewsBot.Retrieval.Qdrant;

namespace NewsBot.Tests.Retrieval.Qdrant;

/// <summary>A server behind TLS with a key, as clusters in the cloud and in companies are.</summary>
public sealed class EncryptedConnectionTests : IAsyncLifetime, IDisposable
{
    private const string Key = "a-key";

    private readonly TemporaryFolder folder = new();
    private readonly X509Certificate2 certificate = SelfSigned(IPAddress.Loopback);
    private FakeQdrantServer server = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(folder.File("server.pem"), certificate.ExportCertificatePem());
        server = await FakeQdrantServer.StartAsync(Key, certificate: certificate);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    public void Dispose()
    {
        certificate.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_certificate_of_the_operators_own_is_trusted_where_he_says_so()
    {
        server.Endpoint.Scheme.ShouldBe("https");

        var findings = await ExamineAsync(folder.File("server.pem"), Key);

        findings.ShouldAllBe(finding => finding.IsSound, string.Join("; ", findings.Select(finding => finding.Detail)));
        findings.ShouldContain(finding => finding.Name == "trial");
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_and_nothing_is_sent()
    {
        var findings = await ExamineAsync(trusted: null, Key);

        findings[^1].IsSound.ShouldBeFalse();
        server.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_certificate_of_another_server_is_refused()
    {
        using var other = SelfSigned(IPAddress.Loopback);
        await File.WriteAllTextAsync(folder.File("other.pem"), other.ExportCertificatePem(), TestContext.Current.CancellationToken);

        (await ExamineAsync(folder.File("other.pem"), Key))[^1].IsSound.ShouldBeFalse();
        server.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_key_is_refused_by_the_server_and_told() =>
        (await ExamineAsync(folder.File("server.pem"), "another-key"))[^1].IsSound.ShouldBeFalse();

    [Fact]
    public async Task A_file_that_is_no_certificate_is_named()
    {
        await File.WriteAllTextAsync(folder.File("no.pem"), "no certificate", TestContext.Current.CancellationToken);

        (await ExamineAsync(folder.File("no.pem"), Key)).ShouldHaveSingleItem().Detail.ShouldContain("Qdrant:TrustedCertificate");
    }

    private async Task<List<QdrantFinding>> ExamineAsync(string? trusted, string key)
    {
        var options = new QdrantOptions { Endpoint = server.Endpoint.ToString(), ApiKey = key, TrustedCertificate = trusted, Retries = 0 };
        var findings = new List<QdrantFinding>();
        await foreach (var finding in QdrantDoctor.ExamineAsync(options, TimeProvider.System, NullLogger.Instance, TestContext.Current.CancellationToken))
        {
            findings.Add(finding);
        }

        return findings;
    }

    private static X509Certificate2 SelfSigned(IPAddress address)
    {
        using var key = RSA.Create(2_048);
        var request = new CertificateRequest("CN=qdrant.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
