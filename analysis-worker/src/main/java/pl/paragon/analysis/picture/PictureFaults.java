package pl.paragon.analysis.picture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.RecognizedText;

/**
 * Which faults of the pictures explain that a receipt is in doubt. Not asked if the arithmetic closes: then the picture
 * was good enough. Pages with a text layer have no such faults.
 */
public final class PictureFaults {

    /** Paper in the worst usable light is brighter. */
    private static final int DARK = 70;
    /** Pixels from the top of a line's box to its bottom; letters are half as high. */
    private static final double SMALL_PRINT = 14;
    /** Mean confidence of the readers; that of a good photograph is above 0.97. */
    private static final double ILLEGIBLE = 0.93;

    private PictureFaults() {}

    /** The receipt, with advice for a better picture among its warnings if it is in doubt. */
    public static ReceiptAnalysis advise(RecognizedText text, ReceiptAnalysis receipt) {
        Verification verification = receipt.verification();
        if (verification.verdict() != Verdict.IN_DOUBT) {
            return receipt;
        }
        List<String> warnings = new ArrayList<>(verification.warnings());
        of(text, receipt).forEach(fault -> warnings.add(fault.advice()));
        return receipt.withVerification(new Verification(verification.verdict(), verification.checks(), warnings));
    }

    /** Whether something of the receipt lies behind an edge of its picture. */
    public static boolean isCutOff(RecognizedText text, ReceiptAnalysis receipt) {
        return of(text, receipt).stream().anyMatch(PictureFault::isCut);
    }

    /**
     * The faults found, in the order of the enum. Print that reaches an end of the picture is cut off only if what
     * belongs there is missing.
     */
    static Set<PictureFault> of(RecognizedText text, ReceiptAnalysis receipt) {
        Set<PictureFault> faults = EnumSet.noneOf(PictureFault.class);
        List<Page> pages = text.pages();
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).origin() == Page.Origin.PICTURE) {
                PrintedArea area = PrintedArea.of(pages.get(i));
                faults.addAll(ofPicture(pages.get(i), area));
                if (i == 0 && area.reachesTop() && lacksHead(receipt)) {
                    faults.add(PictureFault.CUT_OFF_AT_TOP);
                }
                if (i == pages.size() - 1 && area.reachesBottom() && receipt.totalAmount() == null) {
                    faults.add(PictureFault.CUT_OFF_AT_BOTTOM);
                }
            }
        }
        return faults;
    }

    private static boolean lacksHead(ReceiptAnalysis receipt) {
        return receipt.nip() == null && receipt.store().chain() == null;
    }

    private static Set<PictureFault> ofPicture(Page page, PrintedArea area) {
        Set<PictureFault> faults = EnumSet.noneOf(PictureFault.class);
        if (area.reachesLeft()) {
            faults.add(PictureFault.CUT_OFF_AT_LEFT);
        }
        if (area.reachesRight()) {
            faults.add(PictureFault.CUT_OFF_AT_RIGHT);
        }
        if (page.brightness() != null && page.brightness() < DARK) {
            faults.add(PictureFault.TOO_DARK);
        }
        if (area.lineHeight() < SMALL_PRINT) {
            faults.add(PictureFault.PRINT_TOO_SMALL);
        }
        if (area.confidence() < ILLEGIBLE) {
            faults.add(PictureFault.ILLEGIBLE);
        }
        return faults;
    }
}
