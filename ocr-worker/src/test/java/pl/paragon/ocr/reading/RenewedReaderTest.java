package pl.paragon.ocr.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.picture.Picture;

class RenewedReaderTest {

    private static final int PAGES = 3;

    private final List<FakeReader> made = new ArrayList<>();
    private final Queue<Runnable> aside = new ArrayDeque<>();
    private int renewals;
    private boolean cannotBeMade;
    private final RenewedReader reader = new RenewedReader(this::make, PAGES, aside::add, () -> renewals++);

    @Test
    void shouldReadSoManyPagesWithOneReader() throws Exception {
        // when
        read(PAGES - 1);

        // then
        assertThat(aside).isEmpty();
        assertThat(made).hasSize(1);
    }

    @Test
    void shouldReplaceTheReaderAfterSoManyPages() throws Exception {
        // given
        read(PAGES);

        // when
        aside.remove().run();
        read(1);

        // then
        assertThat(renewals).isEqualTo(1);
        assertThat(made).extracting(each -> each.pages).containsExactly(PAGES, 1);
        assertThat(made).extracting(each -> each.closed).containsExactly(true, false);
        assertThat(reader.engine()).isEqualTo("reader 2");
    }

    @Test
    void shouldLetNoPageWaitWhileAnotherIsMade() throws Exception {
        // when: it takes as long as several pages
        read(2 * PAGES);

        // then
        assertThat(made).extracting(each -> each.pages).containsExactly(2 * PAGES);
        assertThat(aside).as("one is in the making").hasSize(1);
    }

    @Test
    void shouldEndTheOldReaderOnlyAfterItsLastPage() throws Exception {
        // given
        read(PAGES - 1);
        made.getFirst().meanwhile = () -> {
            read(1); // beside this page, another thread's
            aside.remove().run();
            assertThat(made).hasSize(2);
            assertThat(made.getFirst().closed)
                    .as("under a page that it is reading")
                    .isFalse();
        };

        // when
        read(1);

        // then
        assertThat(made.getFirst().closed).isTrue();
    }

    @Test
    void shouldGoOnWithTheOldReaderIfAnotherCannotBeMade() throws Exception {
        // given
        cannotBeMade = true;
        read(PAGES);

        // when
        aside.remove().run();
        read(PAGES);

        // then
        assertThat(made).extracting(each -> each.closed).containsExactly(false);
        assertThat(renewals).isZero();
        assertThat(aside).as("and tries again").hasSize(1);
    }

    @Test
    void shouldCountAPageThatFails() {
        // given
        for (int i = 0; i < PAGES; i++) {
            made.getFirst().meanwhile = () -> {
                throw new IllegalStateException("native fault");
            };
            assertThatThrownBy(() -> read(1)).isInstanceOf(IllegalStateException.class);
        }

        // then
        assertThat(aside).hasSize(1);
    }

    @Test
    void shouldLeaveNothingBehindIfItIsClosedWhileAnotherIsMade() throws Exception {
        // given
        read(PAGES);

        // when
        reader.close();
        aside.remove().run();

        // then
        assertThat(made).extracting(each -> each.closed).containsExactly(true, true);
        assertThat(renewals).isZero();
        assertThatThrownBy(() -> read(1)).isInstanceOf(ReadingStoppedException.class);
    }

    @Test
    void shouldRefuseToBeReplacedAllTheTime() {
        assertThatThrownBy(() -> new RenewedReader(this::make, 0, aside::add, () -> {}))
                .hasMessageContaining("paragon.ocr.renewed-after-pages");
    }

    private void read(int pages) throws ReadingStoppedException {
        for (int i = 0; i < pages; i++) {
            reader.read(null, 1, null);
        }
    }

    private PageReader make() {
        if (cannotBeMade) {
            throw new IllegalStateException("no memory");
        }
        made.add(new FakeReader("reader " + (made.size() + 1)));
        return made.getLast();
    }

    private interface Meanwhile {
        void run() throws ReadingStoppedException;
    }

    private static final class FakeReader implements PageReader {

        private final String name;
        private int pages;
        private boolean closed;
        private Meanwhile meanwhile = () -> {};

        private FakeReader(String name) {
            this.name = name;
        }

        @Override
        public String engine() {
            return name;
        }

        @Override
        public Page read(Picture picture, int number, StopSignal stop) throws ReadingStoppedException {
            assertThat(closed).as("a closed reader reads").isFalse();
            pages++;
            Meanwhile once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return null;
        }

        @Override
        public List<Word> read(Picture picture, List<Box> places, StopSignal stop) {
            return List.of();
        }

        @Override
        public void close() {
            assertThat(closed).as("closed twice").isFalse();
            closed = true;
        }
    }
}
