package pl.paragon.ocr.odd;

import java.util.Optional;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Page;

/**
 * A PDF as programs make it that mean no harm, and what is right for it.
 *
 * @param origin where the receipt is to be read from; empty for a file that is refused
 * @param never what must not be taken for the receipt's text, without spaces; empty if there is nothing like that
 * @param code why it is refused
 */
public record OddPdf(String name, byte[] bytes, Optional<Page.Origin> origin, String never, Optional<ErrorCode> code) {

    static OddPdf text(String name, byte[] bytes) {
        return text(name, bytes, "");
    }

    static OddPdf text(String name, byte[] bytes, String never) {
        return new OddPdf(name, bytes, Optional.of(Page.Origin.TEXT_LAYER), never, Optional.empty());
    }

    static OddPdf pixels(String name, byte[] bytes) {
        return pixels(name, bytes, "");
    }

    static OddPdf pixels(String name, byte[] bytes, String never) {
        return new OddPdf(name, bytes, Optional.of(Page.Origin.PICTURE), never, Optional.empty());
    }

    static OddPdf refused(String name, byte[] bytes, ErrorCode code) {
        return new OddPdf(name, bytes, Optional.empty(), "", Optional.of(code));
    }

    @Override
    public String toString() {
        return name;
    }
}
