package pl.paragon.worker.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.files.s3.S3FilesConfig;
import pl.paragon.runtime.files.s3.S3ReceiptFileStore;
import pl.paragon.s3server.S3Server;

class S3AttemptLedgerIT extends AttemptLedgerContract {

    @TempDir
    private static Path folder;

    private static S3Server server;

    @BeforeAll
    static void start() {
        System.setProperty("aws.accessKeyId", S3Server.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET_KEY);
        server = S3Server.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Override
    ReceiptFileStore openStore() {
        return open(server);
    }

    @Override
    AttemptLedger openLedger() {
        return new S3AttemptLedger(open(server));
    }

    @Test
    void shouldSayThatTheStoreIsUnavailableWhileItsServerIs(@TempDir Path data) {
        // given
        AttemptLedger ledger;
        try (S3Server ending = S3Server.start(data)) {
            ledger = new S3AttemptLedger(open(ending));
        }

        // then
        assertThatThrownBy(() -> ledger.begin(job, Stage.OCR, one))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> ledger.unfinished(job, Stage.OCR)).isInstanceOf(IOException.class);
    }

    private static S3ReceiptFileStore open(S3Server server) {
        return S3ReceiptFileStore.open(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(S3FilesConfig.class)
                .withDefaultValues(server.configuration())
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(S3FilesConfig.class));
    }
}
