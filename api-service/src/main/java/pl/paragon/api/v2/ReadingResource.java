package pl.paragon.api.v2;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.intake.TextForm;
import pl.paragon.api.job.Waiter;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.api.v3.result.AnalysisView;
import pl.paragon.api.v3.result.ResultView;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;

/** {@code POST /api/v2/receipts/upload}, {@code …/process} and {@code …/analyze}: the answer is the receipt. */
@Path("/api/v2/receipts")
public class ReadingResource {

    static final String EXTRACTED = "Pomyślnie wyodrębniono tekst z pliku";

    /** Far more than the analysis takes. */
    private static final TextForm FORM = new TextForm("ocr_text", 256 * 1024);

    private final FormIntake intake;
    private final Reading reading;
    private final Submitters submitters;
    private final JobConfig jobs;

    ReadingResource(FormIntake intake, Reading reading, Submitters submitters, JobConfig jobs) {
        this.intake = intake;
        this.reading = reading;
        this.submitters = submitters;
        this.jobs = jobs;
    }

    /** {@code data} of an upload. */
    public record TextView(String text, String message, Metadata metadata) {

        /** @param promptsApplied always true, as the predecessor had it */
        public record Metadata(String fileType, boolean promptsApplied) {}
    }

    /** {@code data} of a processed receipt. */
    public record ReceiptView(String ocrText, AnalysisView analysis, Metadata metadata) {

        /**
         * @param processingTime when it was finished
         * @param cached always false: the predecessor's cache never held anything
         * @param jobId of the job that read it, for version 3
         * @param receiptId the saved receipt
         */
        public record Metadata(
                Instant processingTime, long fileSize, String fileType, boolean cached, JobId jobId, UUID receiptId) {}

        static ReceiptView of(ResultView result) {
            return new ReceiptView(
                    result.ocrText(),
                    result.analysis(),
                    new Metadata(
                            result.processingTime(),
                            result.metadata().fileSize(),
                            result.metadata().fileType(),
                            false,
                            result.taskId(),
                            result.metadata().receiptId()));
        }
    }

    @POST
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/upload")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Envelope<TextView> upload(
            @QueryParam("user_id") String userId, @Context RoutingContext exchange, InputStream body)
            throws InterruptedException {
        Submitter submitter = submitters.current();
        Waiter client = Reading.client(exchange);
        Task task = intake.read(submitter, exchange, body, userId, Bodies::refused);
        ResultView result = result(reading.await(submitter, task, Wanted.TEXT, client), Wanted.TEXT);
        return new Envelope<>(
                200,
                "Receipt processed successfully",
                new TextView(
                        result.ocrText(),
                        EXTRACTED,
                        new TextView.Metadata(result.metadata().fileType(), true)));
    }

    @POST
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/process")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Envelope<ReceiptView> process(
            @QueryParam("user_id") String userId, @Context RoutingContext exchange, InputStream body)
            throws InterruptedException {
        Submitter submitter = submitters.current();
        Waiter client = Reading.client(exchange);
        Task task = intake.kept(submitter, exchange, body, userId);
        ResultView result = result(reading.await(submitter, task, Wanted.RECEIPT, client), Wanted.RECEIPT);
        return new Envelope<>(200, "Receipt processed successfully", ReceiptView.of(result));
    }

    @POST
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/analyze")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Envelope<AnalysisView> analyze(
            @Context RoutingContext exchange,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            InputStream body)
            throws InterruptedException {
        String text = text(contentType, body);
        Submitter submitter = submitters.current();
        Waiter client = Reading.client(exchange);
        Task task = intake.text(submitter, exchange, text);
        return new Envelope<>(
                200,
                "Receipt analyzed successfully",
                result(reading.await(submitter, task, Wanted.ANALYSIS, client), Wanted.ANALYSIS)
                        .analysis());
    }

    private static String text(String contentType, InputStream body) {
        return switch (FORM.read(contentType, body)) {
            case TextForm.Reading.Read(var text) when !text.isBlank() -> text;
            case TextForm.Reading.Read(var blank) -> throw ApiException.of(Bodies.noText());
            case TextForm.Reading.Refused(var refusal) -> throw ApiException.of(Bodies.refused(refusal));
        };
    }

    private ResultView result(Outcome outcome, Wanted wanted) {
        return switch (outcome) {
            case Outcome.Read(var result) -> result;
            case Outcome.Failed failed -> throw Bodies.of(failed, wanted);
            case Outcome.Cancelled cancelled -> throw Bodies.of(cancelled, wanted);
            case Outcome.TimedOut late -> throw Bodies.of(late);
            case Outcome.Unavailable unavailable -> throw Bodies.of(unavailable, jobs.retryAfter());
        };
    }
}
