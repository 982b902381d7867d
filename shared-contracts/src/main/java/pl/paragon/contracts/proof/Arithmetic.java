package pl.paragon.contracts.proof;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The arithmetic of fiscal printers, in integers. */
public final class Arithmetic {

    private static final long THOUSANDTHS = 1000;
    private static final int DECIMALS_BEFORE_ROUNDING = 6;

    private Arithmetic() {}

    /** Quantity × unit price, half away from zero. */
    public static long product(long thousandths, long grosze) {
        long product = Math.multiplyExact(thousandths, grosze);
        long half = product < 0 ? -THOUSANDTHS / 2 : THOUSANDTHS / 2;
        return (product + half) / THOUSANDTHS;
    }

    /** The tax within a gross amount: gross·r/(100+r), half up. */
    public static long taxWithin(long gross, BigDecimal rate) {
        return taxWithin(gross, rate, 0).longValueExact();
    }

    /** The same before it is rounded to whole grosze. */
    public static BigDecimal unroundedTaxWithin(long gross, BigDecimal rate) {
        return taxWithin(gross, rate, DECIMALS_BEFORE_ROUNDING);
    }

    private static BigDecimal taxWithin(long gross, BigDecimal rate, int decimals) {
        return BigDecimal.valueOf(gross)
                .multiply(rate)
                .divide(rate.add(BigDecimal.valueOf(100)), decimals, RoundingMode.HALF_UP);
    }
}
