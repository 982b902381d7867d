package pl.paragon.api.household;

/** On whose behalf a request says it is made. */
public sealed interface Behalf {

    /** It does not say: the caller's default household, if they have one. */
    record Unsaid() implements Behalf {}

    /** The caller's own, whatever their default. */
    record Personal() implements Behalf {}

    /** @param id as the client sent it */
    record OfHousehold(String id) implements Behalf {}
}
