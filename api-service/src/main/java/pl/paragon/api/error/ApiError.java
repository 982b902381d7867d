package pl.paragon.api.error;

/** Every {@code error_code} of the HTTP contract with its status and what to do about it, in English and Polish. */
public enum ApiError {
    BAD_REQUEST(
            400,
            "The request, its form or a field of it is malformed; details say where.",
            "Żądanie, jego formularz lub jedno z jego pól jest błędne; details mówi, które."),
    FILE_EMPTY(400, "The file has no content. Choose another one.", "Plik jest pusty. Wybierz inny."),
    FILE_TYPE_MISMATCH(
            400,
            "The file's first bytes are not those of its declared type. Send it with its real type.",
            "Zawartość pliku nie odpowiada podanemu typowi. Wyślij go z właściwym typem."),
    WEBHOOK_URL_REFUSED(
            400,
            "Webhooks are sent to public receivers only; details.error says what is wrong with the URL.",
            "Webhooki są wysyłane tylko do publicznych odbiorców; details.error mówi, co jest nie tak z tym adresem."),
    ARCHIVE_REFUSED(
            400,
            "Nothing was unpacked from the ZIP; details.error says why. Pack the receipts again, or send them as they are.",
            "Niczego nie rozpakowano z archiwum ZIP; details.error mówi, dlaczego. Spakuj paragony ponownie albo wyślij je"
                    + " bez pakowania."),
    NO_FILES_PROVIDED(
            400,
            "The form has no file. Add receipts in its field 'files'.",
            "W formularzu nie ma pliku. Dodaj paragony w polu „files”."),
    BATCH_SIZE_LIMIT_EXCEEDED(
            400,
            "The batch has more files than details.most. Send several batches.",
            "Paczka ma więcej plików niż details.most. Wyślij kilka paczek."),
    UNAUTHORIZED(
            401,
            "Say who you are: send an API key as Authorization: Bearer or X-API-Key. details say what was wrong with it.",
            "Przedstaw się: wyślij klucz API w nagłówku Authorization: Bearer albo X-API-Key. details mówi, co było nie"
                    + " tak."),
    FORBIDDEN(
            403,
            "The key does not permit this; details.scope is what it would need. Ask whoever gave it to you.",
            "Ten klucz na to nie pozwala; details.scope to brakujące uprawnienie. Zwróć się do osoby, która go wydała."),
    NOT_FOUND(
            404,
            "There is no such path. GET / lists those that there are.",
            "Nie ma takiej ścieżki. Dostępne wymienia GET /."),
    JOB_NOT_FOUND(
            404,
            "There is no such job, or it belongs to somebody else. Check the job_id.",
            "Nie ma takiego zadania albo należy ono do kogoś innego. Sprawdź job_id."),
    ACTION_NOT_FOUND(
            404,
            "There is no such action, or it belongs to somebody else. Check the action_id.",
            "Nie ma takiej akcji albo należy ona do kogoś innego. Sprawdź action_id."),
    BATCH_NOT_FOUND(
            404,
            "There is no such batch, or it belongs to somebody else. Check the batch_id.",
            "Nie ma takiej paczki albo należy ona do kogoś innego. Sprawdź batch_id."),
    KEY_NOT_FOUND(
            404,
            "There is no API key of this id. GET /api/v3/keys lists them.",
            "Nie ma klucza API o tym identyfikatorze. Wymienia je GET /api/v3/keys."),
    RECEIPT_NOT_FOUND(
            404,
            "No receipt is saved of such a job, or it belongs to somebody else. Check the job_id and its status.",
            "Z takiego zadania nie zapisano paragonu albo należy on do kogoś innego. Sprawdź job_id i status zadania."),
    HOUSEHOLD_NOT_FOUND(
            404,
            "There is no such household, or you are not its member; an invitation must be accepted first."
                    + " GET /api/v3/households lists yours.",
            "Nie ma takiego gospodarstwa domowego albo do niego nie należysz; zaproszenie trzeba najpierw przyjąć."
                    + " Twoje wymienia GET /api/v3/households."),
    STAGE_NOT_FOUND(
            404,
            "There is no such stage; details.stages lists those that there are.",
            "Nie ma takiego etapu; istniejące wymienia details.stages."),
    WEBHOOK_NOT_FOUND(
            404,
            "There is no such webhook or delivery, or it is somebody else's. GET /api/v3/webhooks lists yours.",
            "Nie ma takiego webhooka lub takiej dostawy albo są cudze. Własne webhooki wymienia GET /api/v3/webhooks."),
    REVISION_NOT_FOUND(
            404,
            "There is no such revision, or the receipt belongs to somebody else. GET …/revisions lists those that there are.",
            "Nie ma takiej wersji albo paragon należy do kogoś innego. Wymienia je GET …/revisions."),
    METHOD_NOT_ALLOWED(
            405,
            "The path has no such method; the header Allow lists those that it has.",
            "Ta ścieżka nie zna tej metody; dozwolone wymienia nagłówek Allow."),
    NOT_ACCEPTABLE(
            406,
            "The answer is JSON. Send Accept: application/json.",
            "Odpowiedź jest w formacie JSON. Wyślij Accept: application/json."),
    OCR_TIMEOUT(
            408,
            "The text was not recognised in time, and the job is cancelled. Try again, or use process_async.",
            "Tekstu nie rozpoznano na czas i zadanie anulowano. Spróbuj ponownie albo użyj process_async."),
    ANALYSIS_TIMEOUT(
            408,
            "The receipt was not analysed in time, and the job is cancelled. Try again, or use process_async.",
            "Paragonu nie przeanalizowano na czas i zadanie anulowano. Spróbuj ponownie albo użyj process_async."),
    JOB_RUNNING(
            409,
            "The job has not ended. Wait for its end, or cancel it first.",
            "Zadanie jeszcze trwa. Poczekaj na jego koniec albo najpierw je anuluj."),
    JOB_NOT_FAILED(
            409,
            "Only a job that has failed can be retried. Ask for its status.",
            "Ponowić można tylko zadanie, które się nie powiodło. Sprawdź jego status."),
    HOUSEHOLD_CONFLICT(
            409,
            "The household does not allow this as it is now; details.error says why.",
            "Gospodarstwo domowe w obecnym stanie na to nie pozwala; details.error mówi, dlaczego."),
    FILE_GONE(
            409,
            "The job's file is no longer stored. Upload the receipt again.",
            "Plik tego zadania nie jest już przechowywany. Wyślij paragon ponownie."),
    TOO_MANY_WEBHOOKS(
            409,
            "You have as many webhooks as you may have. Delete one that you do not need.",
            "Masz już tyle webhooków, ile wolno. Usuń któryś z niepotrzebnych."),
    WEBHOOK_DISABLED(
            409,
            "The receiver answered that it is gone (410), so nothing is sent to it. Register the webhook again.",
            "Odbiorca odpowiedział, że już nie istnieje (410), więc nic nie wysyłamy. Zarejestruj webhook ponownie."),
    IDEMPOTENCY_KEY_IN_FLIGHT(
            409,
            "The first upload with this Idempotency-Key is still under way. Repeat it after Retry-After.",
            "Pierwsze przesłanie z tym Idempotency-Key jeszcze trwa. Powtórz je po czasie z Retry-After."),
    TOO_MANY_REVISIONS(
            409,
            "The receipt has as many revisions as it may have. Delete it and upload it again, or leave it as it is.",
            "Paragon ma już tyle wersji, ile może mieć. Usuń go i wyślij ponownie albo zostaw, jaki jest."),
    PICTURE_GONE(
            410,
            "Pictures are kept for a while only. The receipt itself is still there.",
            "Zdjęcia są przechowywane tylko przez pewien czas. Sam paragon jest nadal dostępny."),
    PRECONDITION_FAILED(
            412,
            "Somebody has corrected the receipt since you saw it. Get it again, and send the correction with its ETag.",
            "Ktoś poprawił ten paragon po tym, jak został pobrany. Pobierz go ponownie i wyślij poprawkę z jego ETag."),
    FILE_TOO_LARGE(
            413,
            "The file is larger than details.max_size_mb. Send a smaller picture.",
            "Plik jest większy niż details.max_size_mb. Wyślij mniejsze zdjęcie."),
    BATCH_TOO_LARGE(
            413,
            "The batch has more files, or more bytes, than details.most. Send several batches.",
            "Paczka ma więcej plików albo bajtów niż details.most. Wyślij kilka paczek."),
    BODY_TOO_LARGE(
            413,
            "The body is larger than any that is accepted here.",
            "Treść żądania jest większa niż jakakolwiek przyjmowana."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The endpoint does not read bodies of this type. A receipt is sent as multipart/form-data.",
            "Ten adres nie przyjmuje treści tego typu. Paragon wysyła się jako multipart/form-data."),
    UNSUPPORTED_CONTENT_ENCODING(
            415,
            "The body is compressed. Send the receipt as it is.",
            "Treść jest skompresowana. Wyślij paragon bez kompresji."),
    EXPECTATION_FAILED(
            417,
            "The only expectation that is met is 100-continue.",
            "Jedynym spełnianym oczekiwaniem jest 100-continue."),
    VALIDATION_ERROR(
            422,
            "The form has no file in its field 'file'. Add it.",
            "W formularzu brakuje pliku w polu „file”. Dodaj go."),
    TOO_MANY_JOBS(
            422,
            "The filter matches more jobs than details.most. Narrow it, e.g. by from and to.",
            "Filtr obejmuje więcej zadań niż details.most. Zawęź go, np. przez from i to."),
    BATCH_REFUSED(
            422,
            "No file of the batch was accepted; details.files says why, file by file.",
            "Nie przyjęto żadnego pliku z paczki; details.files mówi o każdym, dlaczego."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "This Idempotency-Key belongs to another upload: file, name, user or webhook_url differ. Use a new key.",
            "Ten Idempotency-Key należy do innego przesłania: różni się plik, nazwa, użytkownik albo webhook_url. Użyj"
                    + " nowego."),
    INVALID_CORRECTION(
            422,
            "The correction has a value that a receipt cannot have; details.problems says where and what it should be.",
            "Poprawka ma wartość, której paragon mieć nie może; details.problems mówi, gdzie i jaka powinna być."),
    PRECONDITION_REQUIRED(
            428,
            "Send If-Match with the ETag of the receipt that you correct, so that nobody's correction is overwritten.",
            "Wyślij If-Match z ETag poprawianego paragonu, żeby nie nadpisać cudzej poprawki."),
    RATE_LIMITED(
            429,
            "You have sent as many receipts as you may for now. Send this one again after Retry-After.",
            "Wysłano już tyle paragonów, ile na razie wolno. Wyślij ten ponownie po czasie z Retry-After."),
    RECEIPT_PROCESSING_ERROR(
            422,
            "No receipt could be read from the file; details.error says why.",
            "Z pliku nie udało się odczytać paragonu; details.error mówi, dlaczego."),
    OCR_PROCESSING_ERROR(
            422,
            "No text could be recognised in the file; details.error says why.",
            "W pliku nie udało się rozpoznać tekstu; details.error mówi, dlaczego."),
    RECEIPT_ANALYSIS_ERROR(
            422,
            "The text could not be read as a receipt; details.error says why.",
            "Tekstu nie udało się odczytać jako paragonu; details.error mówi, dlaczego."),
    INVALID_RECEIPT(
            422,
            "A field of the receipt is missing or cannot be read; detail lists all of them.",
            "Brakuje pola paragonu albo nie da się go odczytać; detail wymienia wszystkie."),
    INTERNAL_SERVER_ERROR(
            500,
            "A bug of ours. details.error_id leads to it in the log.",
            "Błąd po naszej stronie. W dzienniku prowadzi do niego details.error_id."),
    SERVICE_UNAVAILABLE(
            503,
            "A server that this depends on is unavailable. Try again after Retry-After.",
            "Serwer, od którego to zależy, jest niedostępny. Spróbuj ponownie po czasie z Retry-After."),
    INSUFFICIENT_STORAGE(
            507,
            "There is no room for the file. Try again after Retry-After.",
            "Nie ma miejsca na plik. Spróbuj ponownie po czasie z Retry-After.");

    private final int status;
    private final String hint;
    private final String hintInPolish;

    ApiError(int status, String hint, String hintInPolish) {
        this.status = status;
        this.hint = hint;
        this.hintInPolish = hintInPolish;
    }

    public int status() {
        return status;
    }

    /** What is wrong and what to do, in English. */
    public String hint() {
        return hint;
    }

    /** The same in Polish. */
    public String hintInPolish() {
        return hintInPolish;
    }
}
