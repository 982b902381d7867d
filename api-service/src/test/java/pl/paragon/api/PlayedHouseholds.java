package pl.paragon.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import pl.paragon.contracts.household.Household;
import pl.paragon.contracts.household.HouseholdRequest;
import pl.paragon.contracts.household.Member;
import pl.paragon.contracts.household.Membership;
import pl.paragon.contracts.household.Memberships;
import pl.paragon.contracts.household.Standing;
import pl.paragon.contracts.json.Json;

/** The households of {@link PlayedPersistence}; it knows fewer rules than the real one. */
final class PlayedHouseholds {

    static final String PATH = "/internal/households";
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    private final Map<String, Household> households = new TreeMap<>();
    /** Household by person. */
    private final Map<String, String> defaults = new ConcurrentHashMap<>();

    /** One with these members. */
    synchronized String of(String... members) {
        String id = UUID.randomUUID().toString();
        List<Member> all = Arrays.stream(members)
                .map(member -> new Member(member, Standing.MEMBER, null, NOON))
                .toList();
        households.put(id, new Household(id, "Dom", NOON, all));
        return id;
    }

    synchronized void answer(HttpExchange exchange) throws IOException {
        Map<String, String> said = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parameter -> parameter[0],
                        parameter -> URLDecoder.decode(parameter[1], StandardCharsets.UTF_8)));
        String[] path =
                exchange.getRequestURI().getPath().substring(PATH.length()).split("/");
        byte[] body = exchange.getRequestBody().readAllBytes();
        String by = said.get("by");
        String id = path.length > 1 ? path[1] : "";
        String about = path.length > 2 ? path[2] : "";
        Optional<?> answer =
                switch (exchange.getRequestMethod() + " " + about) {
                    case "GET " -> id.isEmpty() ? Optional.of(memberships(by)) : seen(id, by);
                    case "POST " -> Optional.of(found(Json.read(body, HouseholdRequest.class), by));
                    case "DELETE " -> id.equals("default") ? Optional.of(withoutDefault(by)) : deleted(id, by);
                    case "PUT default" -> byDefault(id, by);
                    case "PUT members" -> put(id, said.get("owner"), by);
                    default -> removed(id, said.get("owner"), by);
                };
        byte[] text = Json.write(answer.orElse(null));
        exchange.sendResponseHeaders(answer.isPresent() ? 200 : 404, text.length);
        exchange.getResponseBody().write(text);
    }

    private Memberships memberships(String of) {
        return new Memberships(
                households.values().stream()
                        .flatMap(each -> standing(each, of)
                                .map(standing -> new Membership(
                                        each.id(),
                                        each.name(),
                                        standing,
                                        each.id().equals(defaults.get(of))))
                                .stream())
                        .toList(),
                !defaults.isEmpty());
    }

    private Household found(HouseholdRequest wish, String by) {
        Household household = new Household(
                UUID.randomUUID().toString(), wish.name(), NOON, List.of(new Member(by, Standing.MEMBER, null, NOON)));
        households.put(household.id(), household);
        return household;
    }

    private Optional<Household> seen(String id, String by) {
        return Optional.ofNullable(households.get(id))
                .filter(each -> standing(each, by).isPresent());
    }

    private Optional<Household> deleted(String id, String by) {
        Optional<Household> household = seen(id, by);
        household.ifPresent(each -> households.remove(id));
        return household;
    }

    private Optional<Household> byDefault(String id, String by) {
        Optional<Household> household = seen(id, by);
        household.ifPresent(each -> defaults.put(by, id));
        return household;
    }

    private Memberships withoutDefault(String by) {
        defaults.remove(by);
        return memberships(by);
    }

    private Optional<Household> put(String id, String owner, String by) {
        return seen(id, by).map(each -> {
            Standing standing =
                    owner.equals(by) ? Standing.MEMBER : standing(each, owner).orElse(Standing.INVITED);
            return change(each, owner, Optional.of(new Member(owner, standing, by, NOON)));
        });
    }

    private Optional<Household> removed(String id, String owner, String by) {
        return seen(id, by).map(each -> {
            defaults.remove(owner, id);
            return change(each, owner, Optional.empty());
        });
    }

    private Household change(Household household, String owner, Optional<Member> now) {
        List<Member> members = new ArrayList<>(household.members());
        members.removeIf(member -> member.owner().equals(owner));
        now.ifPresent(members::add);
        Household changed = new Household(household.id(), household.name(), household.createdAt(), members);
        households.put(household.id(), changed);
        return changed;
    }

    private static Optional<Standing> standing(Household household, String owner) {
        return household.members().stream()
                .filter(member -> member.owner().equals(owner))
                .map(Member::standing)
                .findFirst();
    }
}
