package pl.paragon.analysis.grammar.division;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.grammar.division.SignedRow.Region;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.lexicon.Lexicon;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.RowAssembler;
import pl.paragon.analysis.rows.RowAssembler.Assembled;

/** Puts the rows of a region together and finds what each of them tells. */
final class SignedRows {

    private static final int AROUND = 8;

    private final Signs signs;
    private final Lexicon lexicon;
    private final ToIntFunction<List<Row>> polish;
    private final Checkpoint checkpoint;

    /** @param polish how many more of some rows are Polish than are not */
    SignedRows(Signs signs, Lexicon lexicon, ToIntFunction<List<Row>> polish, Checkpoint checkpoint) {
        this.signs = signs;
        this.lexicon = lexicon;
        this.polish = polish;
        this.checkpoint = checkpoint;
    }

    List<SignedRow> of(Region region) {
        List<Assembled> rows = new RowAssembler(checkpoint).assemble(region.page());
        boolean[] speaksPolish = polish(rows.stream().map(Assembled::row).toList());
        List<SignedRow> signed = new ArrayList<>();
        Line below = null;
        for (int i = rows.size() - 1; i >= 0; i--) {
            checkpoint.pass();
            Line line = Line.of(rows.get(i).row(), lexicon);
            Signs.Told told = signs.of(line, below, speaksPolish[i]);
            signed.addFirst(new SignedRow(region, line.row(), rows.get(i).lines(), told.signs(), told.total()));
            below = line;
        }
        return signed;
    }

    /** Receipts of two countries may lie on one page: what stands around a row tells its language, or else the page. */
    private boolean[] polish(List<Row> rows) {
        int[] votes = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            votes[i + 1] = votes[i] + polish.applyAsInt(rows.subList(i, i + 1));
        }
        boolean[] speaks = new boolean[rows.size()];
        for (int i = 0; i < speaks.length; i++) {
            int around = votes[Math.min(rows.size(), i + AROUND + 1)] - votes[Math.max(0, i - AROUND)];
            speaks[i] = around == 0 ? votes[rows.size()] > 0 : around > 0;
        }
        return speaks;
    }
}
