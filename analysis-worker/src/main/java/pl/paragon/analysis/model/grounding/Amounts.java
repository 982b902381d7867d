package pl.paragon.analysis.model.grounding;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * A model's numbers as the integers of a receipt. A number may be anything, so its size is checked before it is
 * computed with.
 */
final class Amounts {

    private static final int MOST_DIGITS_BEFORE_POINT = 7;

    private Amounts() {}

    /** Grosze without the sign; empty for what no receipt says. */
    static OptionalLong grosze(BigDecimal zlote) {
        return scaled(zlote, 2);
    }

    /** Thousandths without the sign; empty for what no receipt says. */
    static OptionalLong thousandths(BigDecimal quantity) {
        return scaled(quantity, 3);
    }

    private static OptionalLong scaled(BigDecimal value, int decimals) {
        if (value == null) {
            return OptionalLong.empty();
        }
        // Compares exponents only: 1e999999999 written out would fill the memory.
        long digitsBeforePoint = (long) value.precision() - value.scale();
        if (digitsBeforePoint > MOST_DIGITS_BEFORE_POINT || value.scale() > 20) {
            return OptionalLong.empty();
        }
        BigDecimal plain = value.abs().stripTrailingZeros();
        return plain.scale() > decimals
                ? OptionalLong.empty()
                : OptionalLong.of(plain.movePointRight(decimals).longValueExact());
    }
}
