package pl.paragon.api.lane;

/**
 * How many joined a lane and how many left it. Who is ahead of a job follows from these two numbers, since those that
 * left have mostly been ahead of those that are still there: a job that is cancelled in the queue makes the answer too
 * small by one until it would have been done.
 */
final class LaneQueue {

    private long joined;
    private long left;

    /** @return the number of the one who joins, from 1 */
    long join() {
        return ++joined;
    }

    void leave() {
        left++;
    }

    long length() {
        return joined - left;
    }

    /** How many are ahead of the one with this number. */
    long before(long number) {
        return Math.max(0, number - 1 - left);
    }
}
