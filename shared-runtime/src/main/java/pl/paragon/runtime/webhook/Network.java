package pl.paragon.runtime.webhook;

import java.math.BigInteger;
import java.net.InetAddress;

/** A range of addresses, as {@code 10.0.0.0/8} or {@code fc00::/7}. */
record Network(int addressBits, BigInteger prefix, int prefixBits) {

    /** @throws IllegalArgumentException if it is no such range */
    static Network of(String text) {
        String[] parts = text.strip().split("/", -1);
        byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : -1;
        if (bits < 0 || bits > address.length * Byte.SIZE) {
            throw new IllegalArgumentException("no network but '" + text + "'; one is written as 10.1.0.0/16");
        }
        return new Network(address.length * Byte.SIZE, prefix(address, bits), bits);
    }

    boolean contains(InetAddress other) {
        byte[] address = other.getAddress();
        return address.length * Byte.SIZE == addressBits
                && prefix(address, prefixBits).equals(prefix);
    }

    private static BigInteger prefix(byte[] address, int bits) {
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
    }
}
