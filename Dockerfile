# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY .editorconfig global.json Directory.Build.props Directory.Packages.props NewsBot.sln ./
COPY src ./src
COPY prompts ./prompts
RUN dotnet publish src/NewsBot -c Release -r linux-x64 --self-contained false -p:UseQdrantClient=true -p:UseDiscordNet=true -o /app \
    && mkdir /data /models

# --build-arg EMBEDDING_MODEL=all-minilm-l6-v2 brings an embedding model into the image; without it articles are found by words.
ARG EMBEDDING_MODEL=
RUN if [ -n "$EMBEDDING_MODEL" ]; then NEWSBOT_DATA=/tmp/pull NEWSBOT_Embeddings__ModelFolder=/models /app/newsbot models pull "$EMBEDDING_MODEL"; fi

# "-extra" brings ICU and time zones: without ICU, Unicode normalisation and so every id would differ.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
COPY --from=build /models /models
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
USER $APP_UID
ARG EMBEDDING_MODEL=
ENV NEWSBOT_DATA=/data \
    NEWSBOT_Web__Urls=http://0.0.0.0:8080 \
    NEWSBOT_Embeddings__ModelFolder=/models \
    NEWSBOT_Embeddings__Provider=${EMBEDDING_MODEL:+onnx} \
    NEWSBOT_Embeddings__Model=${EMBEDDING_MODEL} \
    DOTNET_EnableDiagnostics=0
EXPOSE 8080
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["./newsbot", "doctor", "--live", "http://127.0.0.1:8080"]
ENTRYPOINT ["./newsbot"]
CMD ["serve"]
