package pl.paragon.analysis.picture;

/** Why a picture may not show what it should, in words that help to take a better one. */
public enum PictureFault {
    CUT_OFF_AT_TOP("Paragon wygląda na ucięty u góry: sfotografuj go w całości, z nazwą sklepu."),
    CUT_OFF_AT_BOTTOM("Paragon wygląda na ucięty u dołu: sfotografuj go w całości, z sumą."),
    CUT_OFF_AT_LEFT("Paragon wygląda na ucięty z lewej strony: sfotografuj go w całości."),
    CUT_OFF_AT_RIGHT("Paragon wygląda na ucięty z prawej strony: sfotografuj go w całości, z kolumną cen."),
    TOO_DARK("Zdjęcie jest ciemne: zrób je w lepszym świetle."),
    PRINT_TOO_SMALL("Druk na zdjęciu jest bardzo mały: zrób je z bliska lub w wyższej rozdzielczości."),
    ILLEGIBLE("Druk na zdjęciu jest miejscami nieczytelny: zrób ostre zdjęcie bez cieni i zagięć.");

    private final String advice;

    PictureFault(String advice) {
        this.advice = advice;
    }

    /** A Polish sentence for people. */
    public String advice() {
        return advice;
    }

    boolean isCut() {
        return switch (this) {
            case CUT_OFF_AT_TOP, CUT_OFF_AT_BOTTOM, CUT_OFF_AT_LEFT, CUT_OFF_AT_RIGHT -> true;
            case TOO_DARK, PRINT_TOO_SMALL, ILLEGIBLE -> false;
        };
    }
}
