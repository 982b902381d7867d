# The image of one service: ./paragon images packs what the build made; docker compose build alone compiles first.
# The artifact that ./paragon up runs, with the same JVM options; the deployment sets the heap (JDK_JAVA_OPTIONS).
ARG ARTIFACT=compiled

# ---- the artifact: compiled here, or built before --------------------------------------------------------------------
FROM maven:3-eclipse-temurin-25 AS compiled
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q -pl api-service,ocr-worker,analysis-worker,persistence-worker -am \
      -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM scratch AS built
COPY api-service/target/quarkus-app /source/api-service/target/quarkus-app
COPY ocr-worker/target/quarkus-app /source/ocr-worker/target/quarkus-app
COPY analysis-worker/target/quarkus-app /source/analysis-worker/target/quarkus-app
COPY persistence-worker/target/quarkus-app /source/persistence-worker/target/quarkus-app
COPY api-service/target/quarkus-run-cyclonedx.json /source/api-service/target/
COPY ocr-worker/target/quarkus-run-cyclonedx.json /source/ocr-worker/target/
COPY analysis-worker/target/quarkus-run-cyclonedx.json /source/analysis-worker/target/
COPY persistence-worker/target/quarkus-run-cyclonedx.json /source/persistence-worker/target/

FROM ${ARTIFACT} AS artifact

# ---- what both the training run and the image are made of ------------------------------------------------------------
FROM eclipse-temurin:25-jre AS files
ARG SERVICE
COPY --from=artifact /source/${SERVICE}/target/quarkus-app /deployments
COPY container/java.options /deployments/
COPY licences /deployments/licences
# What the service consists of (CycloneDX), under a name that scanners look for, without the time at which it was written.
COPY --from=artifact /source/${SERVICE}/target/quarkus-run-cyclonedx.json /deployments/sbom.cdx.json
RUN sed -i '/^    "timestamp" : /d' /deployments/sbom.cdx.json
# One date for all: layers of equal files are equal, and an AOT cache knows its jars by their dates.
RUN find /deployments -exec touch --no-dereference --date=2000-01-01T00:00:00Z {} +

FROM eclipse-temurin:25-jre AS application
# An unprivileged user. The folders are created here so that a fresh volume over them belongs to it.
RUN useradd --system --uid 10001 --user-group --no-create-home paragon \
 && install -d -o paragon -g paragon /var/lib/paragon/files /var/cache/paragon
COPY container/ready container/paragon /usr/local/bin/
# What rarely changes comes first.
COPY --from=files /deployments/licences /deployments/licences
COPY --from=files /deployments/lib /deployments/lib
COPY --from=files /deployments/quarkus /deployments/quarkus
COPY --from=files /deployments/java.options /deployments/sbom.cdx.json /deployments/quarkus-run.jar /deployments/
COPY --from=files /deployments/app /deployments/app
# A container's network is not the host's: the deployment decides which ports are published.
# Log lines are for programs there.
ENV QUARKUS_HTTP_HOST=0.0.0.0 \
    QUARKUS_LOG_CONSOLE_JSON_ENABLED=true \
    PARAGON_FILES_DIRECTORY=/var/lib/paragon/files \
    PARAGON_OCR_RUNTIME_DIRECTORY=/var/cache/paragon \
    OMP_THREAD_LIMIT=1 \
    MALLOC_ARENA_MAX=2
USER 10001:10001
WORKDIR /deployments

# ---- the AOT cache, by the JVM and with the paths that it is used with -----------------------------------------------
FROM application AS training
COPY container/train /usr/local/bin/
RUN train /tmp/application.aot

FROM application
COPY --from=training /tmp/application.aot /deployments/
ARG SERVICE
ARG VERSION
ARG REVISION
ARG SOURCE
LABEL org.opencontainers.image.title="Paragon ${SERVICE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.licenses="Apache-2.0"
# A cache that does not fit, say under another JVM, is passed over with a warning: the start is slower.
ENTRYPOINT ["java", "@/deployments/java.options", "-XX:AOTCache=/deployments/application.aot", "-jar", "/deployments/quarkus-run.jar"]
