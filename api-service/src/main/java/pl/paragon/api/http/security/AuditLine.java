package pl.paragon.api.http.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * Who did what with whose receipt, for whoever has to answer for it; no content and no secret.
 *
 * @param who the person, {@code null} if nobody was recognised
 * @param shownBy what showed it: {@code key <id>}, {@code token} or {@code nothing}
 * @param onBehalfOf the household whose receipts it was about, {@code null} if these were their own
 * @param did method and path, as the endpoint has it
 * @param of what the path names, e.g. the job
 * @param outcome the answer's status
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditLine(
        String who, String shownBy, String onBehalfOf, String did, Map<String, String> of, int outcome, String from) {}
