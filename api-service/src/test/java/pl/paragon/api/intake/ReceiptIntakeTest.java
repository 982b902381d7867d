package pl.paragon.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.api.Defaults;
import pl.paragon.api.RecordingPublisher;
import pl.paragon.api.Samples;
import pl.paragon.api.board.TestBoard;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.lane.TestLanes;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.files.StoreFullException;

/** An upload that cannot be kept is refused with the reason, and nobody hears of it. */
class ReceiptIntakeTest {

    @TempDir
    Path folder;

    private final RecordingPublisher publisher = new RecordingPublisher();

    @Test
    void shouldTellAFullFileStoreFromOneThatIsAway() throws IOException {
        assertThat(take(new StoreFullException(new IOException("No space left on device"))))
                .isEqualTo(new ReceiptIntake.Refused(new Refusal.StoreFull()));
        assertThat(take(new IOException("Input/output error")))
                .isEqualTo(new ReceiptIntake.Refused(new Refusal.Unavailable(Refusal.Dependency.FILE_STORE)));
    }

    /** Takes an upload whose file is stored before the store fails, and finds nothing left of it. */
    private ReceiptIntake.Decision take(IOException failure) throws IOException {
        byte[] body = Form.withFile("image/jpeg", FormReaderTest.jpeg(1_000)).finished();
        Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
        ReceiptIntake intake = new ReceiptIntake(
                failing(failure),
                new TestBoard().board(),
                TestLanes.empty(clock),
                publisher,
                Defaults.of(UploadConfig.class),
                clock);
        ReceiptIntake.Decision decision = intake.take(
                Submitter.ANONYMOUS,
                new FormReader.Request(Form.CONTENT_TYPE, body.length, false, new ByteArrayInputStream(body)),
                null);
        assertThat(publisher.published).isEmpty();
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        return decision;
    }

    /** A store that has no room for the last that belongs to a file: the entry that names it. */
    private ReceiptFileStore failing(IOException failure) throws IOException {
        ReceiptFileStore store = new FileSystemReceiptFileStore(folder);
        return (ReceiptFileStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ReceiptFileStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(store, arguments);
                        if (method.getName().equals("put")) {
                            throw failure;
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
