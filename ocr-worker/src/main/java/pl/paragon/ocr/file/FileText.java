package pl.paragon.ocr.file;

import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Page;

/**
 * What was read from a file.
 *
 * @param fault what in the file could not be read, if anything: the reason to be given if the rest is no receipt
 */
public record FileText(List<Page> pages, Optional<ErrorCode> fault) {

    public FileText {
        pages = List.copyOf(pages);
    }

    long amounts() {
        return Amounts.lines(pages);
    }

    FileText or(Optional<ErrorCode> otherFault) {
        return new FileText(pages, fault.or(() -> otherFault));
    }
}
