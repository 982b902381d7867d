package pl.paragon.analysis.proof;

import java.util.List;
import java.util.stream.Stream;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.lexicon.Sum;

/** The rows on which a draft's figures stand. */
record Rows(Draft draft) {

    List<Integer> of(Sum sum) {
        return draft.summary().stream()
                .filter(l -> l.role() == sum)
                .map(l -> l.amount().trace().row())
                .toList();
    }

    List<Integer> ofSales(char letter) {
        return draft.vat().stream()
                .filter(row -> row.letter() == letter && row.gross() != null)
                .map(row -> row.gross().trace().row())
                .toList();
    }

    static List<Integer> concat(List<Integer> some, List<Integer> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
