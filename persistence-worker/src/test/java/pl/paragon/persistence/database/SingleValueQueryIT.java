package pl.paragon.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.spi.QueryInterpretationCache;
import org.junit.jupiter.api.Test;
import pl.paragon.persistence.RealDatabase;
import pl.paragon.testsupport.broker.RealBroker;

/** What a query for single values leaves in Hibernate's cache. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class SingleValueQueryIT {

    private static final int TIMES = 100;

    @Inject
    Session session;

    @Inject
    Transactions transactions;

    @Test
    void shouldKeepOnePlanHoweverOftenItIsRun() {
        // given
        QueryInterpretationCache plans = session.getSessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getQueryEngine()
                .getInterpretationCache();
        int before = plans.getNumberOfCachedQueryPlans();

        // when
        IntStream.range(0, TIMES).forEach(i -> ask("select cast('8e8e9a20' as text)", String.class));

        // then: other queries of the service run beside it
        assertThat(plans.getNumberOfCachedQueryPlans() - before).isLessThan(TIMES / 2);
    }

    @Test
    void shouldGiveEachTypeThatIsAskedFor() {
        // then
        assertThat(ask("select count(*) from receipt where false", Long.class)).isZero();
        assertThat(ask("select 1", Integer.class)).isOne();
        assertThat(ask("select true", Boolean.class)).isTrue();
        assertThat(ask("select gen_random_uuid()", UUID.class)).isNotNull();
    }

    private <T> T ask(String sql, Class<T> type) {
        return transactions.inOne(() -> SingleValueQuery.of(session, sql, type).getSingleResult());
    }
}
