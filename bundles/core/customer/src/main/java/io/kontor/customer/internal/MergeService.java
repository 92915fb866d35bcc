package io.kontor.customer.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.customer.CustomerError;
import io.kontor.customer.CustomerId;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.Json;
import io.kontor.kernel.KontorException;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes two ids mean one customer, and takes that back. Only the alias changes: the facts stay under the ids that they
 * were recorded under, so undoing a merge brings back exactly what was there, in any order and with every later change.
 */
@Component(service = MergeService.class)
public final class MergeService {

    private final Transactions transactions;
    private final CustomerReader reader;
    private final CustomerStore store;
    private final AliasStore aliases;
    private final Listings listings;
    private final CustomerJournal journal;
    private final IdGenerator ids;
    private final ActorContext actors;
    private final Clock clock;
    private final ObjectMapper mapper = Json.mapper();

    @Activate
    public MergeService(
            @Reference Transactions transactions,
            @Reference CustomerReader reader,
            @Reference CustomerStore store,
            @Reference AliasStore aliases,
            @Reference Listings listings,
            @Reference CustomerJournal journal,
            @Reference IdGenerator ids,
            @Reference ActorContext actors,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.reader = reader;
        this.store = store;
        this.aliases = aliases;
        this.listings = listings;
        this.journal = journal;
        this.ids = ids;
        this.actors = actors;
        this.clock = clock;
    }

    void merge(CustomerId survivor, CustomerId other) {
        transactions.run(() -> {
            CustomerId root = aliases.root(survivor);
            lockBoth(root, other);
            if (!aliases.root(root).equals(root)) {
                merge(root, other);
                return;
            }
            if (root.equals(other) || aliases.find(other).isPresent()) {
                throw new KontorException(CustomerError.ALREADY_MERGED);
            }
            join(read(root), read(other));
        });
    }

    private void join(MergedView survivor, MergedView other) {
        if (survivor.survivor().kind() != other.survivor().kind()) {
            throw new KontorException(CustomerError.MERGE_KINDS_DIFFER);
        }
        MergedView both = new MergedView(
                Stream.of(survivor, other).flatMap(one -> one.facts().stream()).toList());
        Map<String, UUID> provenance = new TreeMap<>();
        both.provenance().forEach((field, from) -> provenance.put(field, from.value()));
        aliases.insert(
                new AliasStore.Alias(other.root(), survivor.root(), survivor.root()),
                ids.next(),
                clock.instant(),
                actors.current(),
                json(provenance));
        aliases.moveTo(survivor.root(), other.ids());
        store.update(survivor.survivor().next());
        listings.renew(read(survivor.root()));
        journal.merged(survivor.root(), other.root(), provenance);
    }

    void unmerge(CustomerId other) {
        transactions.run(() -> {
            CustomerId root = aliases.find(other)
                    .map(AliasStore.Alias::root)
                    .orElseThrow(() -> new KontorException(CustomerError.NOT_MERGED));
            lockBoth(root, other);
            if (!aliases.root(other).equals(root)) {
                unmerge(other);
                return;
            }
            part(root, other);
        });
    }

    private void part(CustomerId root, CustomerId other) {
        List<CustomerId> leaving = new ArrayList<>(AliasStore.subtree(other, aliases.set(root)));
        leaving.remove(other);
        aliases.delete(other);
        if (!leaving.isEmpty()) {
            aliases.moveTo(other, leaving);
        }
        CustomerRecord survivor = locked(root).next();
        CustomerRecord apart = locked(other);
        store.update(survivor);
        // Higher than what either id was ever read with, so that no entity tag names two states.
        store.update(apart.versioned(Math.max(apart.version(), survivor.version()) + 1));
        listings.renew(read(root));
        listings.renew(read(other));
        journal.unmerged(root, other);
    }

    /** In the order of their ids, so that two merges of the same records wait and do not block each other. */
    private void lockBoth(CustomerId one, CustomerId other) {
        Stream.of(one.value(), other.value()).sorted().distinct().forEach(id -> locked(new CustomerId(id)));
    }

    private CustomerRecord locked(CustomerId id) {
        return store.lock(id).orElseThrow(() -> new KontorException(CustomerError.NOT_FOUND));
    }

    private MergedView read(CustomerId id) {
        return reader.read(id).orElseThrow(() -> new KontorException(CustomerError.NOT_FOUND));
    }

    private String json(Map<String, UUID> provenance) {
        try {
            return mapper.writeValueAsString(provenance);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Names and ids are always JSON", e);
        }
    }
}
