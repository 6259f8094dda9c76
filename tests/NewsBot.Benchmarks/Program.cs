using NewsBot.Benchmarks;

var benchmarks = new SortedDictionary<string, Func<string[], Task<int>>>(StringComparer.Ordinal)
{
    ["answers"] = NewsBot.Benchmarks.AnswersBenchmark.RunAsync,
    ["check"] = NewsBot.Benchmarks.Checking.CheckBenchmark.RunAsync,
    ["dense"] = NewsBot.Benchmarks.Dense.DenseBenchmark.RunAsync,
    ["discord"] = NewsBot.Benchmarks.Discord.InteractionsBenchmark.RunAsync,
    ["render"] = NewsBot.Benchmarks.Discord.RenderBenchmark.RunAsync,
    ["fit-check"] = NewsBot.Benchmarks.Checking.FitCheck.RunAsync,
    ["fit-marks"] = NewsBot.Benchmarks.Checking.FitMarks.RunAsync,
    ["extraction"] = ExtractionBenchmark.RunAsync,
    ["extraction-mix"] = ExtractionMixBenchmark.RunAsync,
    ["dates"] = DatesBenchmark.RunAsync,
    ["ingest"] = NewsBot.Benchmarks.Ingest.IngestBenchmark.RunAsync,
    ["web"] = WebBenchmark.RunAsync,
    ["soak"] = SoakBenchmark.RunAsync,
    ["clusters"] = NewsBot.Benchmarks.ClustersBenchmark.RunAsync,
    ["qdrant"] = QdrantBenchmark.RunAsync,
    ["retrieval"] = NewsBot.Benchmarks.Retrieval.RetrievalBenchmark.RunAsync,
    ["scale"] = NewsBot.Benchmarks.Scale.ScaleBenchmark.RunAsync,
    ["answerability"] = NewsBot.Benchmarks.Retrieval.AnswerabilityBenchmark.RunAsync,
};

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var benchmark))
{
    Console.Error.WriteLine("Usage: NewsBot.Benchmarks NAME [arguments], where NAME is one of: " + string.Join(", ", benchmarks.Keys));
    return 2;
}

return await benchmark(args[1..]);
