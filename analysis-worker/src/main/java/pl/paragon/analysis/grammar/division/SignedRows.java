package pl.paragon.analysis.grammar.division;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.grammar.division.SignedRow.Region;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.lexicon.Lexicon;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.analysis.rows.RowAssembler;
import pl.paragon.analysis.rows.RowAssembler.Assembled;

/** Puts the rows of a region together and finds what each of them tells. */
final class SignedRows {

    private final Signs signs;
    private final Lexicon lexicon;
    private final Predicate<Printout> polish;
    private final Checkpoint checkpoint;

    /** @param polish whether the words of some rows are */
    SignedRows(Signs signs, Lexicon lexicon, Predicate<Printout> polish, Checkpoint checkpoint) {
        this.signs = signs;
        this.lexicon = lexicon;
        this.polish = polish;
        this.checkpoint = checkpoint;
    }

    List<SignedRow> of(Region region) {
        List<Assembled> rows = new RowAssembler(checkpoint).assemble(region.page());
        boolean speaksPolish =
                polish.test(new Printout(rows.stream().map(Assembled::row).toList()));
        List<SignedRow> signed = new ArrayList<>();
        Line below = null;
        for (Assembled row : rows.reversed()) {
            checkpoint.pass();
            Line line = Line.of(row.row(), lexicon);
            Signs.Told told = signs.of(line, below, speaksPolish);
            signed.addFirst(new SignedRow(region, row.row(), row.lines(), told.signs(), told.total()));
            below = line;
        }
        return signed;
    }
}
