namespace NewsBot.Web.Observing;

/// <summary>Puts a service that is registered already inside another one of the same kind.</summary>
internal static class Decorating
{
    /// <summary>Wraps the last registration of a service; the wrapped one is a singleton.</summary>
    public static IServiceCollection Decorate<T>(this IServiceCollection services, Func<T, IServiceProvider, T> wrap)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(inner);
        return services.AddSingleton(provider => wrap(Create<T>(inner, provider), provider));
    }

    private static T Create<T>(ServiceDescriptor descriptor, IServiceProvider provider) => (T)(
        descriptor.ImplementationInstance
        ?? descriptor.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!));
}
