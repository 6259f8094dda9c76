using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Contracts;

/// <summary>
/// The JSON that other programs read: snake_case names, unknown values as null and never absent, serialised without reflection.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DictionaryKeyPolicy = JsonKnownNamingPolicy.Unspecified)]
[JsonSerializable(typeof(AnswerJson))]
[JsonSerializable(typeof(AnswerCheckJson))]
[JsonSerializable(typeof(FailedLineJson))]
[JsonSerializable(typeof(QuestionLineJson))]
[JsonSerializable(typeof(CheckJson))]
[JsonSerializable(typeof(CheckLineJson))]
[JsonSerializable(typeof(CheckRequestJson))]
[JsonSerializable(typeof(JobJson))]
[JsonSerializable(typeof(AuditJson))]
[JsonSerializable(typeof(BoilerplateJson))]
[JsonSerializable(typeof(LearnedBoilerplateJson))]
[JsonSerializable(typeof(FeedJson))]
[JsonSerializable(typeof(GapJson))]
[JsonSerializable(typeof(AnswerEvaluationJson))]
[JsonSerializable(typeof(RetrievalEvaluationJson))]
[JsonSerializable(typeof(TuningJson))]
[JsonSerializable(typeof(ExtractRequestJson))]
[JsonSerializable(typeof(ExtractLineJson))]
[JsonSerializable(typeof(ExtractJson))]
[JsonSerializable(typeof(RemovedJson))]
[JsonSerializable(typeof(BackupJson))]
[JsonSerializable(typeof(RestoreJson))]
[JsonSerializable(typeof(ExportJson))]
[JsonSerializable(typeof(BindingJson))]
[JsonSerializable(typeof(ReextractJson))]
[JsonSerializable(typeof(RemovedFeedJson))]
[JsonSerializable(typeof(ReindexedJson))]
[JsonSerializable(typeof(ArticleHistoryJson))]
[JsonSerializable(typeof(ArticleJson))]
[JsonSerializable(typeof(ArticleLineJson))]
[JsonSerializable(typeof(DoctorJson))]
[JsonSerializable(typeof(ModelsJson))]
[JsonSerializable(typeof(StatsJson))]
[JsonSerializable(typeof(SearchLineJson))]
[JsonSerializable(typeof(SearchJson))]
internal sealed partial class ContractJson : JsonSerializerContext
{
    private static ContractJson? _forTerminals;

    /// <summary>For standard output: letters of every script stay readable; HTML does not read it.</summary>
    public static ContractJson ForTerminals => _forTerminals ??= new ContractJson(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
