package pl.paragon.contracts.action;

import java.util.Objects;
import java.util.UUID;

/**
 * A wish for an action: the body of {@code POST /internal/actions}.
 *
 * @param id of the action; the same wish with the same id is the same action
 * @param submitter whose jobs
 */
public record ActionRequest(UUID id, String submitter, ActionKind action, ActionFilter filter) {

    public ActionRequest {
        Objects.requireNonNull(id, "id is missing");
        Objects.requireNonNull(submitter, "submitter is missing");
        Objects.requireNonNull(action, "action is missing");
        Objects.requireNonNull(filter, "filter is missing");
    }
}
