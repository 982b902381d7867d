package pl.paragon.api.listen;

import pl.paragon.api.identity.Submitter;

/** Whether somebody may listen. */
public sealed interface Admission {

    /** @param since nothing after this version is missed */
    record Granted(Submitter owner, Interest interest, long since) implements Admission {}

    /** The owner has no such job. */
    record Unknown() implements Admission {}

    /** The job has ended, and the listener has been told. */
    record Over() implements Admission {}

    /** This gateway has as many listeners as it may have. */
    record Full() implements Admission {}

    /** Job state is temporarily unavailable. @param why a sentence for clients */
    record Unavailable(String why) implements Admission {}
}
