package pl.paragon.persistence.statistics;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.function.Function;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.statistics.PriceQuery;
import pl.paragon.contracts.statistics.SpendingQuery;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.http.DatabaseRequests;

/**
 * {@code /internal/statistics}, for the gateway, which knows who asks. Each answer is 200, 400 if the body is not what
 * is expected, or 503 if the database is unavailable or busy.
 */
@Path("/internal/statistics")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StatisticsResource {

    private final Transactions transactions;
    private final Statistics statistics;
    private final DatabaseRequests requests = new DatabaseRequests("Requests for statistics", 2);

    StatisticsResource(Transactions transactions, Statistics statistics) {
        this.transactions = transactions;
        this.statistics = statistics;
    }

    @POST
    @Path("/spending")
    public Response spending(byte[] body) {
        return answer(body, SpendingQuery.class, statistics::spending);
    }

    @POST
    @Path("/prices")
    public Response prices(byte[] body) {
        return answer(body, PriceQuery.class, statistics::prices);
    }

    private <Q> Response answer(byte[] body, Class<Q> type, Function<Q, ?> statistic) {
        Q query;
        try {
            query = Json.read(body, type);
        } catch (UndecodableException e) {
            return Response.status(Status.BAD_REQUEST).build();
        }
        return requests.answer(() -> DatabaseRequests.ok(transactions.inOne(() -> statistic.apply(query))));
    }
}
