# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY .editorconfig global.json Directory.Build.props Directory.Packages.props NewsBot.sln ./
COPY src ./src
COPY prompts ./prompts
RUN dotnet publish src/NewsBot -c Release -r linux-x64 --self-contained false -p:UseQdrantClient=true -p:UseDiscordNet=true -o /app \
    && mkdir /data

# "-extra" brings ICU and time zones: without ICU, Unicode normalisation and so every id would differ.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
USER $APP_UID
ENV NEWSBOT_DATA=/data \
    NEWSBOT_Web__Urls=http://0.0.0.0:8080 \
    DOTNET_EnableDiagnostics=0
EXPOSE 8080
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["./newsbot", "doctor", "--live", "http://127.0.0.1:8080"]
ENTRYPOINT ["./newsbot"]
CMD ["serve"]
