package pl.paragon.contracts.receipt;

/** The check digit of Polish tax numbers. */
public final class Nip {

    private static final int[] WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};

    private Nip() {}

    public static boolean isValid(String nip) {
        if (!nip.matches("\\d{10}") || nip.startsWith("000")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (nip.charAt(i) - '0');
        }
        return sum % 11 == nip.charAt(9) - '0';
    }
}
