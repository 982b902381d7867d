package pl.paragon.analysis.model.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.DraftDiscount;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.figure.Letter;
import pl.paragon.analysis.figure.Mark;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Lexer;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.lexicon.Unit;
import pl.paragon.analysis.model.answer.Answer;
import pl.paragon.analysis.model.grounding.Grounded.Rejected;
import pl.paragon.analysis.model.grounding.PrintedFigures.Found;
import pl.paragon.analysis.model.grounding.RowWords.Backing;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.analysis.text.Likeness;

/**
 * Lines of goods and discounts of a model's answer, as they are printed. Where the grammar knows a line, its name and
 * tax letters are the grammar's.
 */
final class GoodsGrounding {

    private static final double SAME_NAME = 0.8;

    private final PrintedFigures figures;
    private final RowWords words;
    private final Draft grammar;
    private final List<Rejected> rejected;
    private final Checkpoint checkpoint;
    private final List<DraftItem> items = new ArrayList<>();
    private final List<DraftDiscount> discounts = new ArrayList<>();
    private final Set<Integer> rowsOfNames = new HashSet<>();

    GoodsGrounding(
            PrintedFigures figures, RowWords words, Draft grammar, List<Rejected> rejected, Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
        this.figures = figures;
        this.words = words;
        this.grammar = grammar;
        this.rejected = rejected;
    }

    List<DraftItem> items() {
        return items;
    }

    List<DraftDiscount> discounts() {
        return discounts;
    }

    int firstRow() {
        return items.stream().mapToInt(i -> i.trace().row()).min().orElse(1);
    }

    void item(Answer.Goods said) {
        checkpoint.pass();
        Row row = figures.row(said.row()).orElse(null);
        if (row == null) {
            reject(Grounded.Kind.ITEM, "there is no row " + said.row());
            return;
        }
        if (items.stream().anyMatch(i -> i.trace().row() == row.number())) {
            reject(Grounded.Kind.ITEM, "row " + said.row() + " was sold before");
            return;
        }
        DraftItem known = known(row, said);
        if (known == null && words.goods(row) == Backing.CONTRADICTED) {
            reject(Grounded.Kind.ITEM, "row " + said.row() + " is by its words no line of goods");
            return;
        }
        Optional<String> name = known != null ? Optional.of(known.name()) : name(row, said);
        if (name.isEmpty()) {
            reject(Grounded.Kind.ITEM, "its name does not stand on row " + said.row() + " or beside it");
            return;
        }
        Optional<Found> total = figures.take(row, said.total());
        if (total.isEmpty()) {
            reject(Grounded.Kind.ITEM, said.total() + " does not stand on row " + said.row());
            return;
        }
        boolean voids = total.get().figure().value() < 0;
        if (voids && !takesBack(total.get().figure())) {
            reject(Grounded.Kind.ITEM, "row " + said.row() + " takes back what was not sold");
            return;
        }
        items.add(item(said, row, known, name.get(), total.get(), voids));
    }

    /** The grammar's line of this row, unless the model says that its value belongs to the name on another. */
    private DraftItem known(Row row, Answer.Goods said) {
        boolean elsewhere = said.nameRow() != null && said.nameRow() != row.number();
        return grammar.items().stream()
                .filter(i -> i.trace().row() == row.number())
                .filter(i -> !elsewhere || sameName(i, said))
                .findFirst()
                .orElse(null);
    }

    /** As printed on the row of the value or on the one above or below it; a row names one line. */
    private Optional<String> name(Row row, Answer.Goods said) {
        int number = said.nameRow() == null ? row.number() : said.nameRow();
        boolean beside = Math.abs(number - row.number()) <= 1;
        Optional<Row> nameRow = beside && !rowsOfNames.contains(number) ? figures.row(number) : Optional.empty();
        Optional<String> name = nameRow.filter(words::canName).flatMap(r -> PrintedName.on(r, said.name()));
        name.ifPresent(n -> rowsOfNames.add(number));
        return name;
    }

    private static boolean sameName(DraftItem known, Answer.Goods said) {
        return Likeness.of(Folding.letters(known.name()), Folding.letters(said.name())) >= SAME_NAME;
    }

    private DraftItem item(Answer.Goods said, Row row, DraftItem known, String name, Found total, boolean voids) {
        int end = total.token().start();
        Optional<Found> price = figures.amount(row, said.unitPrice(), end);
        Optional<Found> quantity = figures.quantity(
                row, said.quantity(), price.map(p -> p.token().start()).orElse(end));
        price.ifPresent(figures::take);
        quantity.ifPresent(figures::take);
        boolean priced = Lexer.tokens(row.text()).stream().anyMatch(t -> t.is(Kind.TIMES));
        missing(Grounded.Kind.PRICE, said.unitPrice(), price, row, priced);
        missing(Grounded.Kind.QUANTITY, said.quantity(), quantity, row, priced);
        return new DraftItem(
                name,
                known == null ? name : known.tidyName(),
                known == null ? null : known.code(),
                quantity.map(Found::figure).orElse(null),
                unit(row),
                price.map(Found::figure).orElse(null),
                priced,
                voids ? total.figure().negated() : total.figure(),
                known == null ? letters(row, total.token()) : known.letters(),
                voids,
                null,
                Trace.of(row));
    }

    /** Where no quantity is printed, models say one, at the price of the line: nothing is lost by not taking it. */
    private void missing(Grounded.Kind kind, BigDecimal said, Optional<Found> found, Row row, boolean priced) {
        if (said != null && found.isEmpty() && priced) {
            reject(kind, said + " does not stand on row " + row.number());
        }
    }

    private boolean takesBack(Figure negative) {
        return items.stream()
                .anyMatch(i -> !i.voids() && i.total() != null && i.total().value() == -negative.value());
    }

    private static String unit(Row row) {
        return Lexer.tokens(row.text()).stream()
                .filter(t -> t.is(Kind.WORD))
                .map(t -> Unit.of(t.text()))
                .filter(u -> u != null)
                .findFirst()
                .orElse(null);
    }

    /** The letter at the amount or right behind it. */
    private static List<Letter> letters(Row row, Token total) {
        return Mark.behind(row, total, Lexer.tokens(row.text()))
                .map(Mark::letters)
                .orElse(List.of());
    }

    void discount(Answer.Lowered said) {
        checkpoint.pass();
        Row row = figures.row(said.row()).orElse(null);
        if (row == null) {
            reject(Grounded.Kind.DISCOUNT, "there is no row " + said.row());
            return;
        }
        Backing backing = words.discount(row);
        Optional<Found> found = backing == Backing.CONTRADICTED ? Optional.empty() : figures.take(row, said.amount());
        if (found.isEmpty()) {
            reject(Grounded.Kind.DISCOUNT, said.amount() + " is not printed as a discount on row " + said.row());
            return;
        }
        Figure figure = found.get().figure();
        if (figure.value() >= 0 && backing != Backing.SAID) {
            reject(Grounded.Kind.DISCOUNT, "row " + said.row() + " has neither a minus nor the word");
            return;
        }
        int item = lowered(said.itemRow());
        discounts.add(new DraftDiscount(
                row.text().substring(0, found.get().token().start()).strip(),
                figure.value() < 0 ? figure.negated() : figure,
                letters(row, found.get().token()),
                item,
                backing == Backing.SAID,
                false,
                item >= 0 && directlyBehind(row, item),
                Trace.of(row)));
    }

    private int lowered(Integer itemRow) {
        for (int i = 0; i < items.size(); i++) {
            if (itemRow != null
                    && items.get(i).trace().row() == itemRow
                    && !items.get(i).voids()) {
                return i;
            }
        }
        return -1;
    }

    /** With nothing between line and discount but other discounts of the line, its place leaves no doubt. */
    private boolean directlyBehind(Row row, int item) {
        int from = items.get(item).trace().row();
        for (int between = from + 1; between < row.number(); between++) {
            int number = between;
            boolean another = discounts.stream()
                    .anyMatch(d -> d.item() == item && d.trace().row() == number);
            if (!another) {
                return false;
            }
        }
        return row.number() > from;
    }

    /** Under a discount some print the line's new value, on a row with nothing else. */
    void valuesAfterDiscounts() {
        for (DraftDiscount discount : discounts) {
            Optional<Row> row = figures.row(discount.trace().row() + 1);
            boolean alone = discount.item() >= 0
                    && discounts.stream()
                                    .filter(d -> d.item() == discount.item())
                                    .count()
                            == 1;
            if (alone && row.isPresent()) {
                figures.takeLoneAmount(row.get())
                        .ifPresent(f -> items.set(
                                discount.item(), items.get(discount.item()).withReduced(f.figure())));
            }
        }
    }

    private void reject(Grounded.Kind kind, String why) {
        rejected.add(new Rejected(kind, why));
    }
}
