package pl.paragon.persistence.receipt.revision;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.saved.Correction;
import pl.paragon.persistence.database.StorableText;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;
import pl.paragon.persistence.receipt.revision.CorrectReceipt.Outcome;
import pl.paragon.persistence.receipt.schema.ReceiptRepository;

/** {@code /internal/receipts/{job_id}/revisions}: corrections, for the gateway, which knows who asks. */
@Path("/internal/receipts/{job_id}/revisions")
@Produces(MediaType.APPLICATION_JSON)
public class RevisionResource {

    private final Transactions transactions;
    private final CorrectReceipt corrections;
    private final DatabaseRequests requests = new DatabaseRequests("Requests about corrections", 4);

    RevisionResource(
            Transactions transactions,
            ReceiptRepository receipts,
            Readings readings,
            Revisions revisions,
            Clock clock) {
        this.transactions = transactions;
        this.corrections = new CorrectReceipt(receipts, readings, revisions, clock);
    }

    /**
     * 200 with the corrected {@link pl.paragon.contracts.saved.SavedReceipt}, 400 if the body is no {@link Correction},
     * 404 if the submitter has no such receipt, 409 if it has as many revisions as it may have, 412 if another revision
     * is the latest, 503 if the database is unavailable or busy.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response correct(@PathParam("job_id") String id, byte[] body) {
        Correction correction;
        try {
            correction = StorableText.in(Json.read(body, Correction.class), Correction.class);
        } catch (UndecodableException e) {
            return Response.status(Status.BAD_REQUEST).build();
        }
        return requests.answer(id, job -> switch (transactions.inOne(() -> corrections.correct(job, correction))) {
            case Outcome.Made(var receipt) -> DatabaseRequests.ok(receipt);
            case Outcome.Outdated() ->
                Response.status(Status.PRECONDITION_FAILED).build();
            case Outcome.Full() -> Response.status(Status.CONFLICT).build();
            case Outcome.Unknown() -> DatabaseRequests.notFound();
        });
    }

    /** 200 with a {@link pl.paragon.contracts.saved.RevisionList}, 404 if the submitter has no such receipt. */
    @GET
    public Response list(@PathParam("job_id") String id, @QueryParam("submitter") String submitter) {
        return requests.answer(
                id, job -> DatabaseRequests.found(transactions.inOne(() -> corrections.list(job, submitter))));
    }

    /** 200 with a {@link pl.paragon.contracts.saved.Revision}, 404 if there is none. */
    @GET
    @Path("/{number}")
    public Response revision(
            @PathParam("job_id") String id,
            @PathParam("number") int number,
            @QueryParam("submitter") String submitter) {
        return requests.answer(
                id, job -> DatabaseRequests.found(transactions.inOne(() -> corrections.find(job, submitter, number))));
    }
}
