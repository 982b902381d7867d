package pl.paragon.contracts.receipt;

/**
 * Who sold.
 *
 * @param name as printed
 * @param normalizedName the chain's or shop's usual name
 * @param chain the chain, or {@code null} if it is not known
 * @param type e.g. {@code discount_store}; {@code null} if it is not known
 * @param address as printed
 * @param confidence 0–1
 * @param method how it was recognised: {@code nip}, {@code vat_id}, {@code name}, {@code layout} or {@code unknown}
 */
public record Store(
        String name,
        String normalizedName,
        String chain,
        String type,
        String address,
        Double confidence,
        String method) {

    public static final Store UNKNOWN = new Store(null, null, null, null, null, null, "unknown");
}
