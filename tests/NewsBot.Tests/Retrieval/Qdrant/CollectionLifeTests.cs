using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Qdrant;
using NewsBot.Retrieval.Qdrant.Layout;
using NewsBot.Retrieval.Qdrant.Wire;
using Qdrant.Client.Grpc;
using static NewsBot.Tests.Retrieval.Qdrant.QdrantArchive;

namespace NewsBot.Tests.Retrieval.Qdrant;

/// <summary>Collections are made, checked, mended and replaced by NewsBot itself.</summary>
public class CollectionLifeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_ingest_makes_numbered_collections_behind_aliases()
    {
        await using var archive = await StartAsync(options => options.CollectionPrefix = "town");
        await archive.TakeIn(Articles(2));
        using var calls = CallsTo(archive.Server);

        var aliases = await calls.AliasesAsync(Cancellation);

        aliases["town-articles"].ShouldBe("town-articles-1-lexical");
        aliases["town-passages"].ShouldBe("town-passages-1-lexical");
    }

    [Fact]
    public async Task Every_passage_is_written_with_its_text_and_place()
    {
        await using var archive = await StartAsync();
        await archive.TakeIn(Articles(4));
        using var calls = CallsTo(archive.Server);

        var (points, _) = await calls.ScrollAsync("newsbot-passages", ArchiveScope.Of(ArchiveName.Default), ["article", "start", "end", "text", "ordinal"], null, 1_000, Cancellation);

        points.Count.ShouldBe((int)archive.Store.Statistics(ArchiveName.Default).Passages);
        foreach (var point in points)
        {
            var article = archive.Store.Find(ArchiveName.Default, Guid.Parse(point.Payload["article"].StringValue))!;
            var range = new TextRange((int)point.Payload["start"].IntegerValue, (int)point.Payload["end"].IntegerValue);
            point.Payload["text"].StringValue.ShouldBe(range.Of(article.Text));
            new Passage((int)point.Payload["ordinal"].IntegerValue, range).IdIn(article.Id, article.Version).ToString().ShouldBe(point.Id.Uuid);
        }
    }

    [Fact]
    public async Task A_collection_that_lets_other_archives_move_scores_is_refused_with_the_command_that_mends_it()
    {
        await using var archive = await StartAsync();
        using (var calls = CallsTo(archive.Server))
        {
            var wrong = new CollectionDesign(new QdrantOptions(), model: null).Creation("wrong", "x");
            wrong.SparseVectorsConfig.Map["bm25"].Modifier = Modifier.Idf;
            await calls.CreateCollectionAsync(wrong, Cancellation);
            await calls.PointAliasesAsync([("newsbot-articles", "wrong"), ("newsbot-passages", "wrong")], Cancellation);
        }

        archive.Put(Articles(1));

        (await Should.ThrowAsync<IndexUnavailableException>(archive.CatchUpAsync)).Message.ShouldContain("run 'reindex'");
        await archive.Index.ReindexAsync(Cancellation);
        await archive.CatchUpAsync();
        (await archive.FoundAsync("topic0")).ShouldBe(["a0"]);
    }

    [Fact]
    public async Task Reindexing_builds_beside_switches_at_once_and_deletes_the_old()
    {
        await using var archive = await StartAsync();
        await archive.TakeIn(Articles(20));
        using var calls = CallsTo(archive.Server);

        await archive.Index.ReindexAsync(Cancellation);

        (await calls.CollectionNamesAsync(Cancellation)).ShouldBe(["newsbot-articles-2-lexical", "newsbot-passages-2-lexical"]);
        (await archive.FoundAsync("topic7")).ShouldBe(["a7"]);
        (await archive.CatchUpAsync()).ShouldBe(archive.Store.LastSequence(ArchiveName.Default));
        (await archive.Index.VerifyAsync(ArchiveName.Default, repair: false, Cancellation)).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task A_reindexing_that_broke_off_is_gone_on_with()
    {
        await using var archive = await StartAsync(options => options.Retries = 0);
        await archive.TakeIn(Articles(20));
        archive.Server.Faults.BreakNextUpsertHalfWay();
        await Should.ThrowAsync<IndexUnavailableException>(async () => await archive.Index.ReindexAsync(Cancellation));
        (await archive.FoundAsync("topic7")).ShouldBe(["a7"]);

        await archive.Index.ReindexAsync(Cancellation);

        using var calls = CallsTo(archive.Server);
        (await calls.CollectionNamesAsync(Cancellation)).ShouldBe(["newsbot-articles-2-lexical", "newsbot-passages-2-lexical"]);
        (await archive.Index.VerifyAsync(ArchiveName.Default, repair: false, Cancellation)).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task Verification_finds_what_is_missing_stray_and_different_and_mends_it()
    {
        await using var archive = await StartAsync();
        await archive.TakeIn(Articles(6));
        using var calls = CallsTo(archive.Server);
        var scope = ArchiveScope.Of(ArchiveName.Default);
        var ids = Enumerable.Range(0, 6).Select(i => archive.Store.Find(ArchiveName.Default, $"a{i}")!.Id).ToList();
        await calls.DeleteAsync("newsbot-articles", scope.OfArticles([ids[0]]), Cancellation);
        await calls.DeleteAsync("newsbot-passages", scope.OfArticles([ids[1]]), Cancellation);
        await calls.SetPayloadAsync("newsbot-articles", scope.OfArticles([ids[2]]), new Dictionary<string, Value> { ["hash"] = new Value { StringValue = "0" } }, Cancellation);
        archive.Store.Remove(ArchiveName.Default, ids[3], "test");

        var report = await archive.Index.VerifyAsync(ArchiveName.Default, repair: true, Cancellation);

        report.Missing.ShouldBe([ids[0], ids[1]], ignoreOrder: true);
        report.Different.ShouldBe([ids[2]]);
        report.Unknown.ShouldBe([ids[3]]);
        (await archive.Index.VerifyAsync(ArchiveName.Default, repair: false, Cancellation)).IsSound.ShouldBeTrue();
        archive.Index.ArticleCount(ArchiveName.Default).ShouldBe(5);
    }

    [Fact]
    public async Task The_publications_of_an_archive_are_counted_by_the_server()
    {
        await using var archive = await StartAsync();
        await archive.TakeIn(Article("x", "One."), Article("y", "Two.", source: "Coast Courier"), Article("z", "Three."));

        (await archive.Index.SourcesAsync(ArchiveName.Default, Cancellation)).ShouldBe(
            new Dictionary<string, long> { ["Harbor Herald"] = 2, ["Coast Courier"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task The_doctor_tells_a_sound_server_from_an_old_one_and_leaves_nothing_behind()
    {
        await using var server = await FakeQdrantServer.StartAsync();
        var findings = await ExamineAsync(server, null);
        findings.ShouldAllBe(finding => finding.IsSound);
        findings.Select(finding => finding.Name).ShouldBe(["settings", "server", "key", "collections", "trial"]);
        using (var calls = CallsTo(server))
        {
            (await calls.CollectionNamesAsync(Cancellation)).ShouldBeEmpty();
        }

        server.Faults.Version = "1.9.2";
        (await ExamineAsync(server, null))[^1].Detail.ShouldContain("too old");
    }

    [Fact]
    public async Task The_doctor_says_what_to_do_about_a_key_that_is_not_accepted()
    {
        await using var server = await FakeQdrantServer.StartAsync(apiKey: "right");

        (await ExamineAsync(server, "wrong"))[^1].Detail.ShouldContain("Qdrant:ApiKey");
        (await ExamineAsync(server, "right")).ShouldAllBe(finding => finding.IsSound);
    }

    private static async Task<List<QdrantFinding>> ExamineAsync(FakeQdrantServer server, string? key)
    {
        var findings = new List<QdrantFinding>();
        await foreach (var finding in QdrantDoctor.ExamineAsync(OptionsFor(server, options => options.ApiKey = key), TimeProvider.System, NullLogger.Instance, Cancellation))
        {
            findings.Add(finding);
        }

        return findings;
    }

    private static QdrantCalls CallsTo(FakeQdrantServer server) => new(OptionsFor(server), TimeProvider.System, NullLogger.Instance);
}
