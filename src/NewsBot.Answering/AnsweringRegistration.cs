using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsBot.Answering.Citations;
using NewsBot.Answering.Conversation;
using NewsBot.Answering.Extractive;
using NewsBot.Answering.Generative;
using NewsBot.Answering.Questions;
using NewsBot.Answering.Stored;
using NewsBot.Retrieval.Text;

namespace NewsBot.Answering;

/// <summary>Registers what answers questions.</summary>
public static class AnsweringRegistration
{
    /// <summary>
    /// Adds <see cref="IQuestionAnswerer"/> with the settings of section <c>Answering</c>. An
    /// <see cref="Retrieval.IArchiveIndex"/> and <see cref="Retrieval.ITermStatistics"/> must be registered (<c>AddRetrieval</c>).
    /// </summary>
    public static IServiceCollection AddAnswering(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AnsweringOptions>().Bind(configuration.GetSection(AnsweringOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AnsweringOptions>, AnsweringOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddChecking();
        services.TryAddSingleton<TextAnalysis>();
        services.TryAddSingleton<WordReader>();
        services.TryAddSingleton<WordFamilies>();
        services.TryAddSingleton<QuestionReader>();
        services.TryAddSingleton<QuestionWeigher>();
        services.TryAddSingleton<EvidenceReader>();
        services.TryAddSingleton<SentenceScorer>();
        services.TryAddSingleton<ExtractiveAnswerer>();
        services.TryAddSingleton<FollowUp>();
        services.TryAddSingleton<IAnswerStore, ArchiveAnswerStore>();
        services.TryAddSingleton<AnswerRecheck>();
        services.TryAddSingleton<AnswerWatch>();
        services.TryAddSingleton<PostedAnswers>();
        services.AddChatModel(configuration);
        services.TryAddSingleton<QuestionSearch>();
        services.TryAddSingleton<AnswerWriter>();
        services.TryAddSingleton<IQuestionAnswerer, QuestionAnswerer>();
        return services;
    }

    // Registered always, made when first used, and used only where an endpoint is configured.
    private static void AddChatModel(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ChatOptions>().Bind(configuration.GetSection(ChatOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ChatOptions>, ChatOptionsValidator>();
        services.TryAddSingleton(_ => new PromptLibrary(PromptLibrary.ShippedFolder));
        services.TryAddSingleton<ChatModel>();
        services.TryAddSingleton<ITokenAccounts, ArchiveTokenAccounts>();
        services.TryAddSingleton<TokenBudget>();
        services.TryAddSingleton<AnswerMemory>();
        services.TryAddSingleton<GenerativeAnswerer>();
        services.TryAddSingleton<SecondOpinion>();
        services.TryAddSingleton<CheckJudge>();
    }
}
