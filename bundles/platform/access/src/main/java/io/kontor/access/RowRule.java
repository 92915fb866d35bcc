package io.kontor.access;

import io.kontor.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The records that somebody may see, by their owner.
 *
 * @param everything whether the owner does not matter
 * @param owners whose records are seen otherwise
 */
public record RowRule(boolean everything, Set<UserId> owners) {

    /** Sees all records. */
    public static final RowRule ALL = new RowRule(true, Set.of());

    public RowRule {
        owners = Set.copyOf(owners);
    }

    /** Whether a record with this owner is seen. */
    public boolean allows(Optional<UserId> owner) {
        return everything || owner.filter(owners::contains).isPresent();
    }

    /**
     * The rule's first parameter for a query: stands before {@link #ownerIds()} in
     * {@code (? or owner_id in (?))}.
     */
    public boolean everybody() {
        return everything;
    }

    /** The rule's second parameter for a query; see {@link #everybody()}. */
    public List<UUID> ownerIds() {
        return owners.stream().map(UserId::value).toList();
    }
}
