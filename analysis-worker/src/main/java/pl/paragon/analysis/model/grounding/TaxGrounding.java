package pl.paragon.analysis.model.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.paragon.analysis.draft.DraftVat;
import pl.paragon.analysis.draft.Rate;
import pl.paragon.analysis.figure.Certainty;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.lexicon.Lexer;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.model.answer.Answer;
import pl.paragon.analysis.model.grounding.Grounded.Rejected;
import pl.paragon.analysis.model.grounding.PrintedFigures.Found;
import pl.paragon.analysis.model.grounding.RowWords.Backing;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.Trace;

/** The tax table of a model's answer, row by row, as it is printed. The rates are the print's. */
final class TaxGrounding {

    private static final String LETTERS = "ABCDEFG";
    private static final BigDecimal HIGHEST_RATE = new BigDecimal(30);

    private final PrintedFigures figures;
    private final RowWords words;
    private final List<Rejected> rejected;
    private final List<Trace> open;
    private final List<DraftVat> vat = new ArrayList<>();

    TaxGrounding(PrintedFigures figures, RowWords words, List<Rejected> rejected, List<Trace> open) {
        this.figures = figures;
        this.words = words;
        this.rejected = rejected;
        this.open = open;
    }

    List<DraftVat> rows() {
        return vat;
    }

    void add(Answer.Taxed said) {
        Optional<Row> row = figures.row(said.row());
        if (said.letter().length() != 1 || LETTERS.indexOf(said.letter().charAt(0)) < 0) {
            reject("its letter is none");
        } else if (row.isEmpty()) {
            reject("there is no row " + said.row());
        } else if (vat.stream().anyMatch(v -> v.letter() == said.letter().charAt(0))) {
            reject("letter " + said.letter() + " was there before");
        } else {
            add(said, row.get());
        }
    }

    private void add(Answer.Taxed said, Row row) {
        char letter = said.letter().charAt(0);
        Row taxRow = said.taxRow() == null ? row : figures.row(said.taxRow()).orElse(row);
        if (words.tax(row) == Backing.CONTRADICTED || words.tax(taxRow) == Backing.CONTRADICTED) {
            reject("row " + said.row() + " is by its words no tax");
            return;
        }
        Optional<Found> gross = figures.take(row, said.gross());
        if (gross.isEmpty()) {
            reject(said.gross() + " does not stand on row " + said.row());
            return;
        }
        if (words.tax(row) == Backing.SILENT || !bears(row, letter) && !bears(taxRow, letter)) {
            open.add(Trace.of(row));
        }
        Figure tax = null;
        if (said.tax() != null) {
            tax = figures.take(taxRow, said.tax()).map(Found::figure).orElse(null);
            if (tax == null) {
                reject("tax " + said.tax() + " does not stand on row " + taxRow.number());
            }
        }
        Rate rate = rate(taxRow).or(() -> rate(row)).orElse(null);
        vat.add(new DraftVat(letter, rate, false, null, tax, gross.get().figure(), Trace.of(row)));
    }

    private static boolean bears(Row row, char letter) {
        return Lexer.tokens(row.text()).stream()
                .anyMatch(t -> t.isSingle() && t.text().charAt(0) == letter
                        || t.letter() == letter
                        || t.is(Kind.WORD) && t.text().length() == 2 && t.text().charAt(0) == letter);
    }

    private static Optional<Rate> rate(Row row) {
        List<Token> tokens = Lexer.tokens(row.text());
        for (int i = 0; i < tokens.size(); i++) {
            boolean percent = i + 1 < tokens.size() && tokens.get(i + 1).is(Kind.PERCENT)
                    || tokens.get(i).letter() == '%';
            if (tokens.get(i).isNumber() && percent) {
                BigDecimal rate = new BigDecimal(tokens.get(i).text()).stripTrailingZeros();
                boolean sure = Certainty.isSure(
                        row, tokens.get(i).start(), tokens.get(i).end());
                return rate.signum() >= 0 && rate.compareTo(HIGHEST_RATE) <= 0
                        ? Optional.of(new Rate(rate, sure))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void reject(String why) {
        rejected.add(new Rejected(Grounded.Kind.VAT, why));
    }
}
