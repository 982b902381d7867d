package pl.paragon.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerArchiveTest {

    private static final String RESOURCE = "/pl/paragon/servers/versions.properties";

    @TempDir
    Path cache;

    @Test
    void shouldUnpackOnceAndNameTheVersion() {
        // given
        AtomicInteger times = new AtomicInteger();
        ServerArchive archive = new ServerArchive("redis", RESOURCE, (in, directory) -> {
            times.incrementAndGet();
            Files.copy(in, directory.resolve("binary"));
        });

        // when
        Path first = archive.unpackedIn(cache);
        Path second = archive.unpackedIn(cache);

        // then
        assertThat(first).isEqualTo(second);
        assertThat(first.getFileName().toString()).startsWith("redis-7.0.15-");
        assertThat(first.resolve("binary")).exists();
        assertThat(times).hasValue(1);
    }

    @Test
    void shouldBeSafeWhenTwoUnpackAtOnce() throws ExecutionException, InterruptedException, IOException {
        // given
        CountDownLatch bothAtIt = new CountDownLatch(2);
        ServerArchive archive = new ServerArchive("redis", RESOURCE, (in, directory) -> {
            meet(bothAtIt);
            Files.copy(in, directory.resolve("binary"));
        });

        // when
        try (var two = Executors.newFixedThreadPool(2)) {
            var first = two.submit(() -> archive.unpackedIn(cache));
            var second = two.submit(() -> archive.unpackedIn(cache));

            // then
            assertThat(first.get()).isEqualTo(second.get());
        }
        assertThat(contents(cache)).hasSize(1);
    }

    @Test
    void shouldLeaveNothingBehindWhenUnpackingFails() throws IOException {
        // given
        ServerArchive archive = new ServerArchive("redis", RESOURCE, (in, directory) -> {
            Files.writeString(directory.resolve("half"), "");
            throw new IOException("the disk is full");
        });

        // when
        assertThatThrownBy(() -> archive.unpackedIn(cache)).isInstanceOf(UncheckedIOException.class);

        // then
        assertThat(contents(cache)).isEmpty();
    }

    @Test
    void shouldRefuseAnEntryThatLeadsOutOfItsFolder() {
        assertThatThrownBy(() -> Directories.within(cache, "../outside"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../outside");
    }

    @Test
    void shouldKeepTheCacheWhereItIsToldTo() {
        // given
        Properties user = new Properties();
        user.setProperty("user.home", "/home/anna");
        Properties told = new Properties(user);
        told.setProperty("paragon.servers.cache", "/told");

        // then
        assertThat(ServerArchive.cache(user, Map.of())).isEqualTo(Path.of("/home/anna/.cache/paragon/servers"));
        assertThat(ServerArchive.cache(user, Map.of("XDG_CACHE_HOME", "/xdg")))
                .isEqualTo(Path.of("/xdg/paragon/servers"));
        assertThat(ServerArchive.cache(user, Map.of("PARAGON_SERVERS_CACHE", "/env")))
                .isEqualTo(Path.of("/env"));
        assertThat(ServerArchive.cache(told, Map.of("PARAGON_SERVERS_CACHE", "/env")))
                .isEqualTo(Path.of("/told"));
    }

    private static void meet(CountDownLatch latch) {
        latch.countDown();
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Path> contents(Path directory) throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.toList();
        }
    }
}
