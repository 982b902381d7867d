package pl.paragon.contracts.error;

import static pl.paragon.contracts.error.ErrorType.BUG;
import static pl.paragon.contracts.error.ErrorType.DEPENDENCY_DOWN;
import static pl.paragon.contracts.error.ErrorType.DOCUMENT;
import static pl.paragon.contracts.error.ErrorType.LIMIT;
import static pl.paragon.contracts.error.ErrorType.TRANSIENT;
import static pl.paragon.contracts.error.ErrorType.UNDECODABLE;

/**
 * Every way in which a job can fail: whose fault it is, and a sentence for people, in Polish and in English, that says
 * what was wrong and what to do. The names are part of the wire contract ({@code error_details.code}).
 */
public enum ErrorCode {
    FILE_MISSING(
            LIMIT,
            "Przesłany plik nie jest już dostępny. Prześlij go ponownie.",
            "The uploaded file is no longer available. Upload it again."),
    FILE_EMPTY(
            DOCUMENT,
            "Plik jest pusty. Prześlij zdjęcie lub PDF paragonu.",
            "The file is empty. Upload a photograph or a PDF of a receipt."),
    FILE_TYPE_MISMATCH(
            DOCUMENT,
            "Zawartość pliku nie jest tym, co podaje jego typ. Prześlij zdjęcie (na przykład JPEG, PNG lub HEIC) albo PDF.",
            "The content of the file is not what its type says. Upload a picture (JPEG, PNG or HEIC, for example) or a PDF."),
    IMAGE_CORRUPT(
            DOCUMENT,
            "Nie można odczytać zdjęcia: plik jest uszkodzony. Zapisz je ponownie i prześlij jeszcze raz.",
            "The picture cannot be decoded: the file is damaged. Save it anew and upload it again."),
    IMAGE_UNSUPPORTED(
            DOCUMENT,
            "Tej odmiany pliku graficznego nie potrafimy odczytać. Zapisz zdjęcie jako JPEG lub PNG i prześlij ponownie.",
            "This variety of picture file cannot be decoded. Save the picture as JPEG or PNG and upload it again."),
    IMAGE_TOO_LARGE(
            DOCUMENT,
            "Zdjęcie ma zbyt wiele pikseli. Zmniejsz je i prześlij ponownie.",
            "The picture has too many pixels. Make it smaller and upload it again."),
    IMAGE_TOO_LONG(
            DOCUMENT,
            "Zdjęcie jest zbyt długie w stosunku do szerokości. Przytnij je do paragonu i prześlij ponownie.",
            "The picture is too long for its width. Crop it to the receipt and upload it again."),
    IMAGE_TOO_SMALL(
            DOCUMENT,
            "Zdjęcie jest zbyt małe, by odczytać druk. Zrób je z bliska lub w wyższej rozdzielczości.",
            "The picture is too small for its print to be read. Take it closer or with a higher resolution."),
    IMAGE_TOO_DARK(
            DOCUMENT,
            "Zdjęcie jest zbyt ciemne. Zrób je w lepszym świetle.",
            "The picture is too dark. Take it in better light."),
    PDF_CORRUPT(
            DOCUMENT,
            "Nie można otworzyć pliku PDF: jest uszkodzony. Pobierz go ponownie ze sklepu i prześlij jeszcze raz.",
            "The PDF cannot be opened: it is damaged. Download it anew and upload it again."),
    PDF_ENCRYPTED(
            DOCUMENT,
            "Plik PDF jest zabezpieczony hasłem. Zapisz go bez hasła i prześlij ponownie.",
            "The PDF is protected with a password. Save it without one and upload it again."),
    PDF_TOO_MANY_PAGES(
            DOCUMENT,
            "Plik ma zbyt wiele stron jak na paragon. Prześlij tylko strony z paragonem.",
            "The file has too many pages for a receipt. Upload the pages of the receipt only."),
    PDF_TOO_COMPLEX(
            DOCUMENT,
            "Plik PDF jest zbyt złożony jak na paragon. Zapisz stronę z paragonem jako zdjęcie i prześlij je.",
            "The PDF is too complex for a receipt. Save the page of the receipt as a picture and upload that."),
    PDF_IMAGE_UNREADABLE(
            DOCUMENT,
            "Nie można zdekodować obrazu w pliku PDF. Zapisz stronę z paragonem jako zdjęcie JPEG lub PNG i prześlij je.",
            "A picture in the PDF cannot be decoded. Save the page of the receipt as a JPEG or PNG and upload that."),
    PDF_TEXT_NOT_SHOWN(
            DOCUMENT,
            "Strony pliku PDF nie pokazują tekstu, który jest w nim zapisany. Zapisz stronę z paragonem jako zdjęcie"
                    + " i prześlij je.",
            "The pages of the PDF do not show the text that is stored in it. Save the page of the receipt as a picture"
                    + " and upload that."),
    PDF_BLANK(
            DOCUMENT,
            "Strony pliku PDF są puste. Sprawdź, czy widać na nich paragon, i prześlij plik ponownie.",
            "The pages of the PDF are blank. Check that the receipt can be seen on them and upload the file again."),
    TEXT_TOO_LONG(
            DOCUMENT,
            "W pliku jest zbyt wiele tekstu jak na paragon. Prześlij tylko stronę lub zdjęcie samego paragonu.",
            "There is too much text for a receipt. Upload only the page, or a picture, of the receipt itself."),
    TEXT_TOO_SHORT(
            DOCUMENT,
            "Wynik OCR jest zbyt krótki - prawdopodobnie błąd rozpoznawania. Zrób ostre zdjęcie całego paragonu.",
            "Next to no text was recognised. Take a sharp picture of the whole receipt."),
    NOT_A_RECEIPT(
            DOCUMENT,
            "Na zdjęciu nie ma paragonu. Sfotografuj cały paragon, z sumą i nazwą sklepu.",
            "There is no receipt in the picture. Photograph the whole receipt, with its total and the name of the shop."),
    ILLEGIBLE(
            DOCUMENT,
            "Druk na zdjęciu jest nieczytelny. Zrób ostre zdjęcie bez cieni i zagięć.",
            "The print in the picture is illegible. Take a sharp picture without shadows and folds."),
    RECEIPT_CUT_OFF(
            DOCUMENT,
            "Paragon na zdjęciu jest ucięty i nie widać na nim żadnej kwoty. Sfotografuj go w całości.",
            "The receipt is cut off at the edge of the picture, and no amount of it can be seen. Photograph the whole of it."),
    OCR_TIMEOUT(TRANSIENT, "Rozpoznawanie tekstu trwało zbyt długo.", "Recognising the text took too long."),
    ANALYSIS_TIMEOUT(TRANSIENT, "Analiza paragonu trwała zbyt długo.", "Analysing the receipt took too long."),
    STORE_UNAVAILABLE(
            DEPENDENCY_DOWN,
            "Magazyn plików jest chwilowo niedostępny.",
            "The file store is unavailable for the moment."),
    DATABASE_UNAVAILABLE(
            DEPENDENCY_DOWN, "Baza danych jest chwilowo niedostępna.", "The database is unavailable for the moment."),
    BROKER_UNAVAILABLE(
            DEPENDENCY_DOWN,
            "Broker wiadomości jest chwilowo niedostępny.",
            "The message broker is unavailable for the moment."),
    DATABASE_ERROR(TRANSIENT, "Zapis do bazy danych nie powiódł się.", "Saving to the database did not succeed."),
    TIME_LIMIT_EXCEEDED(
            LIMIT,
            "Przetwarzanie paragonu przekroczyło dozwolony czas. Prześlij go ponownie.",
            "Processing the receipt took longer than its time limit. Upload it again."),
    WORKER_CRASHED(
            LIMIT,
            "Program czytający ten plik wielokrotnie przerwał pracę. Zapisz zdjęcie w innym formacie i prześlij ponownie.",
            "The reader stopped several times while it read this file. Save the picture in another format and upload it again."),
    UNDECODABLE_RECORD(UNDECODABLE, "Wewnętrzna wiadomość jest nieczytelna.", "An internal record cannot be decoded."),
    INTERNAL_ERROR(
            BUG,
            "Wewnętrzny błąd programu. Zgłoś go, podając identyfikator zadania.",
            "An internal error. Please report it with the job id.");

    private final ErrorType type;
    private final String message;
    private final String messageEn;

    ErrorCode(ErrorType type, String message, String messageEn) {
        this.type = type;
        this.message = message;
        this.messageEn = messageEn;
    }

    public ErrorType type() {
        return type;
    }

    /** The Polish sentence for people. */
    public String message() {
        return message;
    }

    /** The English sentence for people. */
    public String messageEn() {
        return messageEn;
    }
}
