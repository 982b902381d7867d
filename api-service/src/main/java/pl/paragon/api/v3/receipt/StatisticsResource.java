package pl.paragon.api.v3.receipt;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.receipt.Statistics;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.contracts.key.Scope;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.statistics.PriceQuery;
import pl.paragon.contracts.statistics.Prices;
import pl.paragon.contracts.statistics.Spending;
import pl.paragon.contracts.statistics.SpendingBy;
import pl.paragon.contracts.statistics.SpendingQuery;

/** {@code GET /api/v3/statistics/spending} and {@code GET /api/v3/statistics/prices}. */
@Path("/api/v3/statistics")
@Produces(MediaType.APPLICATION_JSON)
public class StatisticsResource {

    private final Statistics statistics;
    private final Submitters submitters;
    private final JobConfig config;

    StatisticsResource(Statistics statistics, Submitters submitters, JobConfig config) {
        this.statistics = statistics;
        this.submitters = submitters;
        this.config = config;
    }

    /**
     * {@code data} of spending.
     *
     * @param by {@code month}, {@code category} or {@code store}
     */
    public record SpendingView(SpendingBy by, List<Spending.Sum> sums) {}

    @GET
    @Path("/spending")
    @PermissionsAllowed(Scope.Id.READ)
    @RunOnVirtualThread
    public RestResponse<Envelope<SpendingView>> spending(@Context UriInfo uri) {
        ListParameters asked = new ListParameters(uri.getQueryParameters());
        ReceiptFilter filter = asked.filter();
        SpendingBy by = asked.spendingBy();
        SpendingQuery query = new SpendingQuery(submitters.current().name(), by, filter.from(), filter.to());
        Spending spending = known(statistics.spending(query));
        return answer("Spending retrieved successfully", new SpendingView(by, spending.sums()));
    }

    @GET
    @Path("/prices")
    @PermissionsAllowed(Scope.Id.READ)
    @RunOnVirtualThread
    public RestResponse<Envelope<Prices>> prices(@Context UriInfo uri) {
        ListParameters asked = new ListParameters(uri.getQueryParameters());
        ReceiptFilter filter = asked.filter();
        PriceQuery query = new PriceQuery(submitters.current().name(), asked.name(), filter.from(), filter.to());
        return answer("Prices retrieved successfully", known(statistics.prices(query)));
    }

    private <T> T known(Statistics.Told<T> told) {
        return switch (told) {
            case Statistics.Told.Known<T>(T value) -> value;
            case Statistics.Told.Unavailable<T>() ->
                throw ApiException.unavailable(
                        "Statistics are temporarily unavailable", "The database is unavailable", config.retryAfter());
        };
    }

    private static <T> RestResponse<Envelope<T>> answer(String message, T data) {
        return ResponseBuilder.ok(new Envelope<>(200, message, data))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
