package pl.paragon.api.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import pl.paragon.contracts.json.Json;

/** HTTP speaks the house's one JSON: snake_case, times with {@code Z}, money with two decimals. */
@ApplicationScoped
class JsonProducer {

    @Produces
    @Singleton
    ObjectMapper mapper() {
        return Json.mapper().copy();
    }
}
