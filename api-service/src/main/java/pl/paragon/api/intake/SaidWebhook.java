package pl.paragon.api.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import pl.paragon.contracts.event.Submission;
import pl.paragon.runtime.webhook.ReceiverPolicy;

/** Where a form says that its jobs' ends are to be told. */
@ApplicationScoped
public class SaidWebhook {

    private static final String FIELD = "webhook_url";

    private final ReceiverPolicy receivers;

    public SaidWebhook(ReceiverPolicy receivers) {
        this.receivers = receivers;
    }

    /**
     * {@code null} if it says nothing. It is checked again when it is called: by then its host may have other
     * addresses.
     *
     * @throws RefusedException if nothing may be sent there
     */
    public String of(Map<String, String> fields) throws RefusedException {
        String given = fields.get(FIELD);
        if (given == null || given.isBlank()) {
            return null;
        }
        String url = given.strip();
        if (url.length() > Submission.LONGEST_WEBHOOK_URL) {
            throw new RefusedException(new Refusal.WebhookRefused(
                    "A webhook_url has at most " + Submission.LONGEST_WEBHOOK_URL + " characters"));
        }
        Optional<String> refusal = receivers.refusal(url);
        if (refusal.isPresent()) {
            throw new RefusedException(new Refusal.WebhookRefused(refusal.get()));
        }
        return url;
    }
}
