package pl.paragon.contracts.household;

/** Why a household does not allow something now; the name stands in {@code conflict} of the internal 409. */
public enum Conflict {
    HAS_RECEIPTS("Receipts or jobs belong to the household; delete them first"),
    HAS_OTHER_MEMBERS("The household has other members; leave it instead"),
    LAST_MEMBER("You are its last member; delete the household instead"),
    HOUSEHOLD_FULL("The household has as many members and invitations as it can"),
    TOO_MANY_HOUSEHOLDS("You are in as many households as one can be; leave one first");

    private final String reason;

    Conflict(String reason) {
        this.reason = reason;
    }

    /** A sentence for clients. */
    public String reason() {
        return reason;
    }
}
