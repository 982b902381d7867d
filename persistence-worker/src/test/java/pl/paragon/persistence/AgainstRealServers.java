package pl.paragon.persistence;

import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.arbiter.Arbiter;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.testsupport.broker.Broker;

/** The whole worker against a real Kafka and a real PostgreSQL; the job is a new one in each test. */
abstract class AgainstRealServers {

    RestartableDatabase database;

    @Inject
    Arbiter arbiter;

    @Inject
    ReceiptFileStore store;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    final JobId job = JobId.random();
    Broker broker;

    @BeforeEach
    void listen() {
        broker = new Broker(bootstrapServers);
    }

    @AfterEach
    void hangUp() {
        broker.close();
    }
}
