package pl.paragon.analysis.grammar.division;

/** Why nobody can tell whether some print is one receipt or several. */
public enum Doubt {
    TOTALS("Na wydruku są dwie różne sumy, każda pod własnymi pozycjami, ale tylko jeden nagłówek:"
            + " może to być więcej niż jeden paragon."),
    HEADS("Na wydruku są dwa nagłówki paragonu, ale tylko jedna suma: może to być więcej niż jeden paragon."),
    TURNED_PRINT("Obok leży obrócony druk, którego nie udało się odczytać: może to być drugi paragon."
            + " Sfotografuj każdy paragon osobno.");

    private final String warning;

    Doubt(String warning) {
        this.warning = warning;
    }

    /** A sentence for people. */
    public String warning() {
        return warning;
    }
}
