package pl.paragon.analysis.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;

/** The promise that matters most: whatever a reader misreads or loses, what is said to be proved is right. */
class ProofUnderNoiseTest {

    /** What readers take these characters for. */
    private static final Map<Character, String> MISREAD = Map.of(
            '0', "869O", '1', "74l", '2', "7Z", '3', "895", '4', "19", '5', "638S", '6', "850", '7', "12", '8', "603B",
            '9', "058");

    private static final List<RecognizedText> RECEIPTS = List.of(
            ReceiptFixtures.fiscal(),
            ReceiptFixtures.biedronkaApp(),
            ReceiptFixtures.lidlPlus(),
            ReceiptFixtures.auchanApp(),
            ReceiptFixtures.kauflandApp(),
            ReceiptFixtures.depositsAndVoid());

    private final GrammarEngine engine =
            new GrammarEngine(Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));

    @Property(tries = 150, seed = "20261124")
    void shouldNeverProveWhatIsWrong(
            @ForAll @IntRange(min = 0, max = 5) int which,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int percent) {
        // given
        RecognizedText clean = RECEIPTS.get(which);
        ReceiptAnalysis truth = engine.analyze(clean).receipt();

        // when
        ReceiptAnalysis read =
                engine.analyze(noisy(clean, new Random(seed), percent / 100.0)).receipt();

        // then
        if (read.verification().verdict() == Verdict.PROVED) {
            assertThat(read.totalAmount()).isEqualTo(truth.totalAmount());
            assertThat(nets(read)).containsExactlyInAnyOrderElementsOf(nets(truth));
        }
    }

    private static List<Money> nets(ReceiptAnalysis receipt) {
        return receipt.items().stream()
                .filter(item -> !item.voided())
                .map(Item::netPrice)
                .toList();
    }

    private static RecognizedText noisy(RecognizedText text, Random random, double share) {
        List<Page> pages = new ArrayList<>();
        for (Page page : text.pages()) {
            List<TextLine> lines = new ArrayList<>();
            for (TextLine line : page.lines()) {
                String read = misread(line.text(), random, share);
                boolean lost = random.nextDouble() < share / 3;
                if (!lost && !read.isBlank()) {
                    lines.add(new TextLine(line.quad(), read, line.confidence(), List.of(), List.of(), List.of()));
                }
            }
            pages.add(new Page(page.number(), page.width(), page.height(), page.origin(), lines));
        }
        return new RecognizedText(text.engine(), pages);
    }

    private static String misread(String text, Random random, double share) {
        StringBuilder read = new StringBuilder();
        for (char c : text.toCharArray()) {
            String others = MISREAD.get(c);
            boolean wrong = others != null && random.nextDouble() < share;
            if (!wrong) {
                read.append(c);
            } else if (random.nextInt(8) > 0) {
                read.append(others.charAt(random.nextInt(others.length())));
            }
        }
        return read.toString();
    }
}
