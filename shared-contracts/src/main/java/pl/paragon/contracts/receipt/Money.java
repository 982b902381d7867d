package pl.paragon.contracts.receipt;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in the smallest unit of its currency (grosze, cents): integer arithmetic only. In JSON a number with two
 * decimals.
 */
public record Money(long grosze) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money ofGrosze(long grosze) {
        return new Money(grosze);
    }

    /** @throws IllegalArgumentException if {@code amount} has more than two decimals that are not zero */
    @JsonCreator
    public static Money of(BigDecimal amount) {
        try {
            return new Money(amount.movePointRight(2).longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("an amount has two decimals: " + amount, e);
        }
    }

    public static Money of(String amount) {
        return of(new BigDecimal(amount));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(grosze, other.grosze));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(grosze, other.grosze));
    }

    public Money negated() {
        return new Money(Math.negateExact(grosze));
    }

    /** This unit price for {@code quantity}, rounded as fiscal printers do: half away from zero. */
    public Money times(BigDecimal quantity) {
        return new Money(quantity.multiply(BigDecimal.valueOf(grosze))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    public boolean isNegative() {
        return grosze < 0;
    }

    @JsonValue
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(grosze, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(grosze, other.grosze);
    }

    @Override
    public String toString() {
        return toDecimal().toPlainString();
    }
}
