package pl.paragon.api.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @Test
    void shouldFindWhatEitherHeaderShows() {
        assertThat(Credentials.in(headers)).isEmpty();
        headers.set("authorization", "bearer  prgn_a ");
        assertThat(Credentials.in(headers)).contains("prgn_a");
        headers.clear().set("X-API-Key", "prgn_b");
        assertThat(Credentials.in(headers)).contains("prgn_b");
    }

    @Test
    void shouldPreferAKeyToWhatAProxyAdded() {
        headers.set("X-API-Key", "prgn_b").set("Authorization", "Basic Zm9v");
        assertThat(Credentials.in(headers)).contains("prgn_b");
        headers.set("Authorization", "Bearer ey.e.x");
        assertThat(Credentials.in(headers)).contains("prgn_b");
        headers.set("Authorization", "Bearer prgn_a");
        assertThat(Credentials.in(headers)).contains("prgn_a");
    }

    @Test
    void shouldNotChooseBetweenTwo() {
        headers.add("X-API-Key", "prgn_a").add("X-API-Key", "prgn_b");

        assertThat(Credentials.in(headers)).contains("prgn_a, prgn_b");
    }
}
