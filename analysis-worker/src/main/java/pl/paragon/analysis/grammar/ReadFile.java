package pl.paragon.analysis.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import pl.paragon.analysis.engine.AnalysisEngine.Analyzed;
import pl.paragon.analysis.grammar.division.Doubt;
import pl.paragon.analysis.grammar.division.Part;
import pl.paragon.analysis.proof.Proof;
import pl.paragon.analysis.proof.Proved;
import pl.paragon.analysis.result.ResultWriter;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.ReceiptsInFile;
import pl.paragon.contracts.receipt.ReceiptsInFile.Copy;
import pl.paragon.contracts.receipt.ReceiptsInFile.Other;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;

/**
 * The receipts of a file, each read for itself, and the one that the result is about: the first; if that one is in
 * doubt and another is proved, the first that is proved.
 */
public final class ReadFile {

    private final List<Receipt> receipts;
    private final Receipt told;
    private final ResultWriter writer;

    private ReadFile(List<Receipt> receipts, ResultWriter writer) {
        this.receipts = receipts;
        this.told = best(receipts, Receipt::verdict);
        this.writer = writer;
    }

    /** A part of the file with its reading. */
    record Print(Part part, Proved reading) {}

    /** A print with its result. */
    private record Result(Print print, ReceiptAnalysis analysis) {

        Verdict verdict() {
            return analysis.verification().verdict();
        }

        Page page() {
            return print.part.text().pages().getFirst();
        }

        Box box() {
            return page().lines().stream()
                    .map(line -> line.quad().bounds())
                    .reduce(Box::union)
                    .orElse(new Box(0, 0, page().width(), page().height()));
        }
    }

    /** All prints of one receipt: usually one, otherwise its copies as well. */
    private record Receipt(List<Result> prints) {

        Result best() {
            return ReadFile.best(prints, Result::verdict);
        }

        Verdict verdict() {
            return best().verdict();
        }
    }

    /** @param prints in reading order, at least one */
    static ReadFile of(List<Print> prints, ResultWriter writer) {
        List<Receipt> receipts = new ArrayList<>();
        for (Print print : prints) {
            Result result = new Result(print, result(print, print.reading, GrammarEngine.NAME, writer));
            receipts.stream()
                    .filter(known -> known.prints.stream().anyMatch(p -> isSame(p.analysis, result.analysis)))
                    .findFirst()
                    .ifPresentOrElse(
                            known -> known.prints.add(result),
                            () -> receipts.add(new Receipt(new ArrayList<>(List.of(result)))));
        }
        return new ReadFile(receipts, writer);
    }

    /** The grammar's reading of the receipt that is told. */
    public Proved standing() {
        return told.best().print.reading;
    }

    /** Whether it may be more than one receipt: no proof can be made of it. */
    public boolean isDoubtful() {
        return told.best().print.part.doubt().isPresent();
    }

    /** The grammar's result, with what is said of the file. */
    public Analyzed told() {
        return told(told.best().analysis, standing());
    }

    /**
     * Another engine's result.
     *
     * @param reading of the receipt that is told
     */
    public Analyzed told(Proved reading, String engine) {
        return told(result(told.best().print, reading, engine, writer), reading);
    }

    private Analyzed told(ReceiptAnalysis receipt, Proved reading) {
        ReceiptAnalysis analysis = receipt;
        ReceiptsInFile inFile = inFile();
        List<String> said = said(inFile);
        if (!said.isEmpty()) {
            Verification verification = analysis.verification();
            analysis = analysis.withVerification(new Verification(
                    verification.verdict(), verification.checks(), and(verification.warnings(), said)));
        }
        return new Analyzed(analysis.among(inFile), reading.printout().text());
    }

    private static ReceiptAnalysis result(Print print, Proved reading, String engine, ResultWriter writer) {
        Proof proof = reading.proof();
        ReceiptAnalysis analysis = writer.write(reading.draft(), proof, reading.printout(), engine);
        return print.part.doubt().map(doubt -> doubted(analysis, doubt)).orElse(analysis);
    }

    /** Whatever its equations say: they may hold over the rows of two receipts. */
    private static ReceiptAnalysis doubted(ReceiptAnalysis analysis, Doubt doubt) {
        Verification said = analysis.verification();
        List<Check> checks = and(said.checks(), List.of(new Check("one_receipt", Holds.NO, null, null, List.of())));
        return analysis.withVerification(
                new Verification(Verdict.IN_DOUBT, checks, and(said.warnings(), List.of(doubt.warning()))));
    }

    private static <T> List<T> and(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private interface Judge<T> {
        Verdict of(T print);
    }

    private static <T> T best(List<T> prints, Judge<T> judge) {
        T first = prints.getFirst();
        return judge.of(first) != Verdict.IN_DOUBT
                ? first
                : prints.stream()
                        .filter(p -> judge.of(p) == Verdict.PROVED)
                        .findFirst()
                        .orElse(first);
    }

    /**
     * Whether two prints are of one receipt: the same seller, day and total; and the same number or time, or if neither
     * is legible on both, the same goods.
     */
    private static boolean isSame(ReceiptAnalysis one, ReceiptAnalysis other) {
        boolean named = one.nip() != null && other.nip() != null
                ? one.nip().equals(other.nip())
                : isSaid(one.store().normalizedName(), other.store().normalizedName());
        if (!named || !isSaid(one.date(), other.date()) || !isSaid(one.totalAmount(), other.totalAmount())) {
            return false;
        }
        boolean numbers = one.receiptNumber() != null && other.receiptNumber() != null;
        boolean times = one.time() != null && other.time() != null;
        boolean differ = numbers && !one.receiptNumber().equals(other.receiptNumber())
                || times && !one.time().equals(other.time());
        return !differ && (numbers || times || goods(one).equals(goods(other)));
    }

    private static boolean isSaid(Object one, Object other) {
        return one != null && Objects.equals(one, other);
    }

    private static List<Object> goods(ReceiptAnalysis receipt) {
        return receipt.items().stream().<Object>map(Item::netPrice).toList();
    }

    private ReceiptsInFile inFile() {
        List<Other> others = new ArrayList<>();
        List<Copy> copies = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            Receipt receipt = receipts.get(i);
            if (receipt != told) {
                others.add(other(i + 1, receipt.best()));
            }
            for (Result print : receipt.prints) {
                if (print != receipt.best()) {
                    copies.add(new Copy(i + 1, print.page().number(), print.box()));
                }
            }
        }
        return new ReceiptsInFile(receipts.size(), receipts.indexOf(told) + 1, others, copies);
    }

    private static Other other(int position, Result result) {
        ReceiptAnalysis analysis = result.analysis;
        return new Other(
                position,
                result.page().number(),
                result.box(),
                analysis.store().normalizedName(),
                analysis.nip(),
                analysis.receiptNumber(),
                analysis.date(),
                analysis.time(),
                analysis.currency(),
                analysis.totalAmount(),
                result.verdict());
    }

    /** For people. */
    private static List<String> said(ReceiptsInFile inFile) {
        List<String> said = new ArrayList<>();
        if (inFile.count() > 1) {
            String others = inFile.others().stream().map(ReadFile::named).collect(Collectors.joining("; "));
            said.add("Liczba paragonów w pliku: %d. Ten wynik dotyczy paragonu nr %d. Pozostałe: %s."
                    .formatted(inFile.count(), inFile.told(), others));
        }
        if (!inFile.copies().isEmpty()) {
            String copies = inFile.copies().stream()
                    .map(copy -> "paragon nr %d (strona %d)".formatted(copy.of(), copy.page()))
                    .collect(Collectors.joining("; "));
            said.add("W pliku są też kopie: %s. Każdy paragon liczony jest raz.".formatted(copies));
        }
        return said;
    }

    private static String named(Other other) {
        String total = other.totalAmount() == null
                ? "suma nieczytelna"
                : other.totalAmount().toString().replace('.', ',');
        String store = other.storeName() == null ? "sklep nieczytelny" : other.storeName();
        String date = other.date() == null ? "" : ", " + other.date();
        return "nr %d na stronie %d: %s%s, %s".formatted(other.position(), other.page(), store, date, total);
    }
}
