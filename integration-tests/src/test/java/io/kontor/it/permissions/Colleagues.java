package io.kontor.it.permissions;

import io.kontor.it.client.Call;
import io.kontor.it.client.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A colleague of each shipped role. */
record Colleagues(Map<String, Visitor> byRole) {

    private static final String PROPRIETOR = "PROPRIETOR";
    private static final String ADMIN = "ADMIN";

    /** What the narrower roles may. A new permission is a decision: it is put here, or administration keeps it. */
    private static final Map<String, Set<String>> NARROW = Map.of(
            "VIEWER",
            Set.of("access:read", "catalog:read", "customer:read", "order:read", "pipeline:read", "seller:read"),
            "SALES_MANAGER",
            Set.of(
                    "access:read",
                    "access:tokens",
                    "catalog:read",
                    "catalog:write",
                    "connector:read",
                    "customer:merge",
                    "customer:read",
                    "customer:write",
                    "order:original",
                    "order:read",
                    "pipeline:read",
                    "pipeline:write",
                    "seller:read"));

    static Colleagues of(Company company) {
        Map<String, Visitor> byRole = new TreeMap<>();
        byRole.put(PROPRIETOR, company.proprietor());
        byRole.put(ADMIN, company.colleague(ADMIN));
        NARROW.keySet().forEach(role -> byRole.put(role, company.colleague(role)));
        return new Colleagues(byRole);
    }

    /** The permissions of each role as they should be: proprietor and admin have all that operations ask for. */
    static Map<String, Set<String>> reviewed(Set<String> everything) {
        Map<String, Set<String>> reviewed = new TreeMap<>();
        List.of(PROPRIETOR, ADMIN).forEach(role -> reviewed.put(role, new TreeSet<>(everything)));
        NARROW.forEach((role, permissions) -> reviewed.put(role, new TreeSet<>(permissions)));
        return reviewed;
    }

    /** The permissions that each colleague's session has, under the role that it names. */
    Map<String, Set<String>> permissions() {
        Map<String, Set<String>> permissions = new TreeMap<>();
        for (Visitor colleague : byRole.values()) {
            var session =
                    colleague.send(Call.get("/api/access/session")).expect(200).json();
            Set<String> granted = new TreeSet<>();
            session.get("permissions").forEach(name -> granted.add(name.asText()));
            permissions.put(session.path("user").path("role").asText(), granted);
        }
        return permissions;
    }

    /** The colleagues who must not do what takes the permission. */
    List<Visitor> without(String permission) {
        return NARROW.entrySet().stream()
                .filter(role -> !role.getValue().contains(permission))
                .map(role -> byRole.get(role.getKey()))
                .collect(Collectors.toList());
    }
}
