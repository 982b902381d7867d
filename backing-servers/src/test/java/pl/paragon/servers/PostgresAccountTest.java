package pl.paragon.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PostgresAccountTest {

    private static final Path DIRECTORY = Path.of("/state/postgres");
    private static final boolean ROOT = true;

    @Test
    void shouldRunAsOurselvesWhereWeAreNotRoot() {
        // given
        PostgresAccount account = PostgresAccount.choose(!ROOT, DIRECTORY, wrapper -> false);

        // then
        assertThat(account).isEqualTo(new PostgresAccount.Ourselves());
        assertThat(account.wrapper()).isEmpty();
    }

    @Test
    void shouldPreferANamespaceOfItsOwnWhereWeAreRoot() {
        // given
        PostgresAccount account = PostgresAccount.choose(ROOT, DIRECTORY, wrapper -> true);

        // then
        assertThat(account).isInstanceOf(PostgresAccount.NobodyInOwnNamespace.class);
        assertThat(account.wrapper()).containsExactly("unshare", "-U");
    }

    @Test
    void shouldBecomeNobodyWhereNamespacesAreDenied() {
        // given
        PostgresAccount account = PostgresAccount.choose(ROOT, DIRECTORY, wrapper -> wrapper.contains("setpriv"));

        // then
        assertThat(account).isInstanceOf(PostgresAccount.Nobody.class);
        assertThat(account.wrapper()).startsWith("setpriv");
    }

    @Test
    void shouldTryRunuserLast() {
        // given
        PostgresAccount account = PostgresAccount.choose(ROOT, DIRECTORY, wrapper -> wrapper.contains("runuser"));

        // then
        assertThat(account.wrapper()).containsExactly("runuser", "-u", "nobody", "--");
    }

    @Test
    void shouldSayWhatToDoWhereNothingWorks() {
        assertThatThrownBy(() -> PostgresAccount.choose(ROOT, DIRECTORY, wrapper -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not run as root")
                .hasMessageContaining("as an ordinary user")
                .hasMessageContaining("PARAGON_HOME=");
    }
}
