package pl.paragon.api.v3.receipt.correction;

/**
 * A value that a receipt cannot have.
 *
 * @param field its path in the patch: {@code items[2].unit_price}
 * @param error what it should be, in English
 * @param errorPl the same in Polish
 */
record Problem(String field, String error, String errorPl) {}
