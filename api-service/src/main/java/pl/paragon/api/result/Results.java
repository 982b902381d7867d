package pl.paragon.api.result;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.runtime.files.Documents;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.metrics.Metric;

/**
 * The analyses of finished jobs: from memory, else from the file store, else, if the file is gone or damaged or the
 * store is unavailable, from what persistence-worker saved. All three hold the same document; nothing is ever made up.
 */
@Startup // its metrics are shown before the first request
@ApplicationScoped
public class Results {

    private static final Logger LOG = Logger.getLogger(Results.class);

    private final Documents documents;
    private final SavedAnalyses saved;
    private final Map<Source, Counter> read = new EnumMap<>(Source.class);

    /**
     * JSON rather than objects, so that the bound in bytes is the memory that it takes. A job's document never changes.
     */
    private final Cache<JobId, byte[]> cache;

    Results(ReceiptFileStore store, SavedAnalyses saved, ResultConfig config, MeterRegistry meters) {
        this.documents = new Documents(store);
        this.saved = saved;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(config.cacheSize().asLongValue())
                .weigher((JobId job, byte[] json) -> json.length)
                .build();
        Metric.RESULTS_CACHED.gauge(meters, this::bytes);
        for (Source source : Source.values()) {
            read.put(source, Metric.RESULTS_READ.counter(meters, source.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** Where a document was read from. */
    private enum Source {
        CACHE,
        STORE,
        DATABASE
    }

    /**
     * @param document the claim check of the job's {@code analysis.json}
     * @throws ResultUnavailableException if neither the store nor the database has an answer now
     */
    public AnalyzedReceipt of(JobId job, FileReference document) {
        byte[] cached = cache.getIfPresent(job);
        if (cached != null) {
            count(Source.CACHE);
            return Json.read(cached, AnalyzedReceipt.class);
        }
        return stored(job, document).orElseGet(() -> saved(job));
    }

    /** How much is remembered now. */
    long bytes() {
        cache.cleanUp();
        return cache.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private Optional<AnalyzedReceipt> stored(JobId job, FileReference document) {
        try {
            return Optional.of(remember(job, documents.content(document), Source.STORE));
        } catch (NoSuchFileException e) {
            LOG.debugf("The analysis of job %s is no longer in the file store", job);
        } catch (IOException | UndecodableException e) {
            LOG.warnf("The analysis of job %s cannot be read from the file store: %s", job, e);
        }
        return Optional.empty();
    }

    private AnalyzedReceipt saved(JobId job) {
        try {
            return remember(job, saved.of(job), Source.DATABASE);
        } catch (PersistenceUnavailableException | UndecodableException e) {
            throw new ResultUnavailableException("Job %s: %s".formatted(job, e.getMessage()), e);
        }
    }

    /** Remembers only what can be decoded. */
    private AnalyzedReceipt remember(JobId job, byte[] json, Source source) {
        AnalyzedReceipt receipt = Json.read(json, AnalyzedReceipt.class);
        cache.put(job, json);
        count(source);
        return receipt;
    }

    private void count(Source source) {
        read.get(source).increment();
    }
}
