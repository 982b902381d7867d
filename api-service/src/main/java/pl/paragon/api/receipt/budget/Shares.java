package pl.paragon.api.receipt.budget;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import pl.paragon.contracts.receipt.Money;

/** Divides an amount in proportion to others by the method of the largest remainder, so that no grosz is lost. */
final class Shares {

    private Shares() {}

    /**
     * @param amount not negative
     * @param weights not negative, and not all of them 0
     * @return as many as the weights; their sum is the amount
     */
    static List<Money> of(Money amount, List<Money> weights) {
        long all = weights.stream().mapToLong(Money::grosze).sum();
        long[] shares = new long[weights.size()];
        BigInteger[] remainders = new BigInteger[weights.size()];
        long left = amount.grosze();
        for (int i = 0; i < shares.length; i++) {
            BigInteger[] share = BigInteger.valueOf(amount.grosze())
                    .multiply(BigInteger.valueOf(weights.get(i).grosze()))
                    .divideAndRemainder(BigInteger.valueOf(all));
            shares[i] = share[0].longValueExact();
            remainders[i] = share[1];
            left -= shares[i];
        }
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        return IntStream.range(0, shares.length)
                .mapToObj(i -> Money.ofGrosze(shares[i]))
                .toList();
    }
}
