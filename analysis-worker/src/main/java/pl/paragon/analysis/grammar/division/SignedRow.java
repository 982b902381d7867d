package pl.paragon.analysis.grammar.division;

import java.util.List;
import java.util.Set;
import pl.paragon.analysis.rows.Row;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.TextLine;

/**
 * A row with what it tells.
 *
 * @param region of the file in which it stands
 * @param lines that it is made of
 * @param total the amount of a total in grosze, otherwise {@code null}
 */
record SignedRow(Region region, Row row, List<TextLine> lines, Set<Sign> signs, Long total) {

    /**
     * A page, or a column of one.
     *
     * @param page with the lines of this column only
     * @param apart whether it is known to begin another receipt than the region before it
     */
    record Region(Page page, boolean apart) {}

    boolean is(Sign sign) {
        return signs.contains(sign);
    }

    boolean isAny(Sign one, Sign other) {
        return is(one) || is(other);
    }

    /** Whether it can stand among the rows above a receipt's tax number or title. */
    boolean fitsAHead() {
        return signs.stream().allMatch(sign -> switch (sign) {
            case HEADING, COMPANY, ADDRESS -> true;
            case TITLE, TAX_NUMBER, DATE, GOODS, PRODUCT, TAX, TOTAL, PAYMENT, FAREWELL, SLIP, NEXT_PAGE -> false;
        });
    }
}
