package pl.paragon.analysis.model.asking;

/** Why a model gave no answer that can be used. */
public enum Silence {
    /** Nobody listens at its address, or not within the time for a connection. */
    UNREACHABLE,
    /** No whole answer within the time for one. */
    TIMED_OUT,
    /** The server will not: no such model, no right key, too many questions. */
    REFUSED,
    /** The server broke: status 5xx. */
    FAILED,
    /** What came over the line is no answer of this protocol: broken off, far too long, something else. */
    GARBLED,
    /** The answer ended at its greatest length. */
    CUT_OFF,
    /** The model's words are not what was asked for. */
    UNUSABLE,
    /** It failed too often lately and is left alone for a while. */
    CIRCUIT_OPEN,
    /** Others were being answered all the time. */
    BUSY,
    /** The print is too long for a question. */
    TOO_LONG,
    /** The job has not the time for an answer. */
    NO_TIME,
    /** The job was told to stop. */
    STOPPED
}
