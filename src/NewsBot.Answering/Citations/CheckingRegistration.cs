using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsBot.Answering.Citations;

/// <summary>Registers what checks claims.</summary>
public static class CheckingRegistration
{
    /// <summary>Adds <see cref="Verifier"/> and <see cref="ArchiveChecker"/>; the latter needs an index, an archive reader and a clock.</summary>
    public static IServiceCollection AddChecking(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new Verifier());
        services.TryAddSingleton<ArchiveChecker>();
        return services;
    }
}
