package pl.paragon.api.v2;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.job.Waiter;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.api.v3.result.ResultView;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;
import pl.paragon.contracts.receipt.Money;

/** {@code POST /api/v2/receipts/save}: a receipt that the client enters itself. */
@Path("/api/v2/receipts")
public class TripResource {

    private static final int LONGEST_BODY = 1024 * 1024;

    private final FormIntake intake;
    private final Reading reading;
    private final Submitters submitters;
    private final JobConfig jobs;

    TripResource(FormIntake intake, Reading reading, Submitters submitters, JobConfig jobs) {
        this.intake = intake;
        this.reading = reading;
        this.submitters = submitters;
        this.jobs = jobs;
    }

    /**
     * {@code data} of a saved receipt.
     *
     * @param tripId the saved receipt
     * @param jobId by which version 3 shows it
     */
    public record Saved(
            UUID tripId,
            int productsCount,
            String storeName,
            LocalDate tripDate,
            Money totalAmount,
            Instant createdAt,
            JobId jobId) {}

    @POST
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/save")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Envelope<Saved> save(@Context RoutingContext exchange, InputStream body) throws InterruptedException {
        byte[] json = json(body);
        if (json.length > LONGEST_BODY) {
            throw ApiException.of(Bodies.tooLong(LONGEST_BODY));
        }
        ShoppingTrip trip = TripReader.read(json);
        Submitter submitter = submitters.current();
        Waiter client = Reading.client(exchange);
        Task task = intake.entered(submitter, exchange, json, trip.receipt());
        return switch (reading.await(submitter, task, Wanted.ENTRY, client)) {
            case Outcome.Read(var result) ->
                new Envelope<>(200, "Receipt data saved successfully", saved(trip, task.job(), result));
            case Outcome.Failed failed -> throw Bodies.of(failed, Wanted.ENTRY);
            case Outcome.Cancelled cancelled -> throw Bodies.of(cancelled, Wanted.ENTRY);
            case Outcome.TimedOut late -> throw Bodies.of(late);
            case Outcome.Unavailable unavailable -> throw Bodies.of(unavailable, jobs.retryAfter());
        };
    }

    private static byte[] json(InputStream body) {
        try {
            return body.readNBytes(LONGEST_BODY + 1);
        } catch (IOException e) {
            throw ApiException.of(Bodies.refused(new Refusal.BrokenOff()));
        }
    }

    private static Saved saved(ShoppingTrip trip, JobId job, ResultView result) {
        return new Saved(
                result.metadata().receiptId(),
                trip.products().size(),
                trip.store(),
                trip.date(),
                trip.total(),
                result.processingTime(),
                job);
    }
}
