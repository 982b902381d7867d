package pl.paragon.benchmarks.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.ErrorType;

/** What became of a hostile file. */
enum Fate {
    /** The gateway did not accept it. */
    REFUSED("refused by the gateway"),
    /** Its job failed, and the error says that the file is to blame. */
    FAILED("failed with the file to blame"),
    /** It is harmless at a bounded cost, and was read. */
    READ("read"),
    /** Everything else: a bomb that was read, a job that never ended, a failure that blames Paragon. */
    UNEXPECTED("ended otherwise");

    private final String words;

    Fate(String words) {
        this.words = words;
    }

    /** @param status with which the job ended */
    static Fate of(JsonNode status, boolean mayBeRead) {
        return switch (status.path("status").asText()) {
            case "SUCCESS" -> mayBeRead ? READ : UNEXPECTED;
            case "FAILURE" -> isTheFilesFault(status.at("/error_details/code").asText()) ? FAILED : UNEXPECTED;
            default -> UNEXPECTED;
        };
    }

    private static boolean isTheFilesFault(String code) {
        return Arrays.stream(ErrorCode.values())
                .anyMatch(known -> known.name().equals(code) && known.type() == ErrorType.DOCUMENT);
    }

    @Override
    public String toString() {
        return words;
    }
}
