package pl.paragon.ocr.decoder;

import java.util.Arrays;
import java.util.Optional;

/** Why a picture cannot be decoded, as the decoder's exit status tells it. */
public enum DecoderFault {
    /** The file contradicts itself or ends too early. */
    BROKEN(10),
    /** The file may be sound; no decoder here knows what it uses. */
    UNSUPPORTED(11),
    /** It takes more memory than there is for one picture. */
    TOO_LARGE(12),
    /** The decoder crashed, or ran out of processor time: no exit status of its own. */
    CRASHED(-1);

    private final int status;

    DecoderFault(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    static Optional<DecoderFault> of(int status) {
        return Arrays.stream(values()).filter(fault -> fault.status == status).findFirst();
    }
}
