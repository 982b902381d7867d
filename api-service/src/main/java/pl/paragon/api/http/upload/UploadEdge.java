package pl.paragon.api.http.upload;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Function;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.idempotency.IdempotencyConfig;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.intake.UploadConfig;

/** What all endpoints that take uploads have in common. */
@ApplicationScoped
public class UploadEdge {

    private final UploadConfig uploads;
    private final IdempotencyConfig keys;
    private final MeterRegistry meters;

    UploadEdge(UploadConfig uploads, IdempotencyConfig keys, MeterRegistry meters) {
        this.uploads = uploads;
        this.keys = keys;
        this.meters = meters;
    }

    void register(@Observes StartupEvent startup) {
        UploadExchange.register(meters);
    }

    /** @param words the endpoint's for a refusal */
    public UploadExchange of(RoutingContext exchange, Function<Refusal, ErrorBody> words) {
        return new UploadExchange(exchange, words, uploads, keys, meters);
    }
}
