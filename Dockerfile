# The image of one service, from what the build made: ./paragon images, or docker compose build after ./paragon build.
# The same artifact as ./paragon up runs, with the same options of the JVM; the heap follows from the deployment (JDK_JAVA_OPTIONS).
FROM eclipse-temurin:25-jre

# Nobody in particular. The folders are made here so that a fresh volume over them belongs to this user.
RUN useradd --system --uid 10001 --user-group --no-create-home paragon \
 && install -d -o paragon -g paragon /var/lib/paragon/files /var/cache/paragon

COPY container/ready /usr/local/bin/ready

# What changes seldom comes first, so that a new build of the service costs a layer of some hundred kilobytes.
ARG SERVICE
COPY ${SERVICE}/target/quarkus-app/lib /deployments/lib
COPY ${SERVICE}/target/quarkus-app/quarkus /deployments/quarkus
COPY ${SERVICE}/target/quarkus-app/quarkus-run.jar /deployments/
COPY ${SERVICE}/target/quarkus-app/app /deployments/app

# A container's own network is not the host's: who may come in is decided where the port is published.
ENV QUARKUS_HTTP_HOST=0.0.0.0 \
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
