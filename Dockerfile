# The image of one service, from what the build made: ./paragon images, or docker compose build after ./paragon build.
# The artifact that ./paragon up runs, with the same JVM options; the deployment sets the heap (JDK_JAVA_OPTIONS).
FROM eclipse-temurin:25-jre

# An unprivileged user. The folders are created here so that a fresh volume over them belongs to it.
RUN useradd --system --uid 10001 --user-group --no-create-home paragon \
 && install -d -o paragon -g paragon /var/lib/paragon/files /var/cache/paragon

COPY container/ready /usr/local/bin/ready
COPY container/paragon /usr/local/bin/paragon
COPY licences /deployments/licences

# What rarely changes comes first: a new build of the service costs a layer of a few hundred kilobytes.
ARG SERVICE
COPY ${SERVICE}/target/quarkus-app/lib /deployments/lib
COPY ${SERVICE}/target/quarkus-app/quarkus /deployments/quarkus
COPY ${SERVICE}/target/quarkus-app/quarkus-run.jar /deployments/
COPY ${SERVICE}/target/quarkus-app/app /deployments/app

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
ENTRYPOINT ["java", \
  "-XX:+UseSerialGC", \
  "-Xss512k", \
  "-XX:+ExitOnOutOfMemoryError", \
  "--enable-native-access=ALL-UNNAMED", \
  "--sun-misc-unsafe-memory-access=allow", \
  "-Djava.awt.headless=true", \
  "-Dstdout.encoding=UTF-8", \
  "-Dstderr.encoding=UTF-8", \
  "-jar", "/deployments/quarkus-run.jar"]
