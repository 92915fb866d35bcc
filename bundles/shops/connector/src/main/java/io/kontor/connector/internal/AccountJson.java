package io.kontor.connector.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A connected shop as JSON; never its secrets.
 *
 * @param reachReason why the shop cannot send us messages
 * @param failure what went wrong last
 * @param setAside documents that wait; it is not counted further than 1000
 * @param refusedMessages messages that were not signed as agreed
 */
record AccountJson(
        UUID id,
        String kind,
        String label,
        String url,
        Map<String, String> settings,
        UUID owner,
        Instant connectedAt,
        Account.Status status,
        Account.Reach reach,
        Optional<String> reachReason,
        Optional<String> failure,
        Optional<Instant> failedAt,
        Optional<Instant> sweptAt,
        int setAside,
        long refusedMessages,
        Optional<ProgressJson> progress,
        long version) {

    static AccountJson of(AccountReading.Standing standing) {
        Account account = standing.account();
        return new AccountJson(
                account.id().value(),
                account.kind(),
                account.label(),
                account.url().toString(),
                account.settings(),
                account.owner().value(),
                account.connectedAt(),
                account.status(),
                account.reach(),
                account.reachReason(),
                account.failure().map(Account.Failure::words),
                account.failure().map(Account.Failure::at),
                standing.sweptAt(),
                standing.setAside(),
                standing.refusedMessages(),
                standing.progress().map(ProgressJson::of),
                account.version());
    }
}
