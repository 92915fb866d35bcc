package io.kontor.customer.internal;

import io.kontor.customer.Address;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Lifecycle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the difference between two drafts of one customer. What is new goes to the survivor; what is taken away is taken
 * from every id that has it, or it would come back from another one.
 */
final class CustomerEdit {

    private final CustomerStore store;
    private final MergedView view;
    private final CustomerDraft before;
    private final CustomerDraft after;
    private final Instant now;

    CustomerEdit(CustomerStore store, MergedView view, CustomerDraft after, Instant now) {
        this.store = store;
        this.view = view;
        this.before = CustomerDraft.of(view);
        this.after = after;
        this.now = now;
    }

    boolean nothing() {
        return before.equals(after);
    }

    Map<String, Object> changedBefore() {
        return changed(before.fields(), after.fields());
    }

    Map<String, Object> changedAfter() {
        return changed(after.fields(), before.fields());
    }

    private static Map<String, Object> changed(Map<String, Object> of, Map<String, Object> other) {
        Map<String, Object> changed = new TreeMap<>(of);
        changed.entrySet().removeIf(field -> Objects.equals(field.getValue(), other.get(field.getKey())));
        return changed;
    }

    /** Writes it and counts the survivor's version up. */
    void write() {
        for (CustomerFacts facts : view.facts()) {
            CustomerRecord old = facts.record();
            CustomerRecord changed =
                    old.id().equals(view.root()) ? survivor(old).next() : emptied(old);
            if (!changed.equals(old)) {
                store.lock(old.id());
                store.update(changed);
            }
        }
        writePoints();
        writeAddresses();
        writeTags();
        writeValues();
    }

    private CustomerRecord survivor(CustomerRecord old) {
        return new CustomerRecord(
                old.id(),
                old.kind(),
                set(old.givenName(), before.givenName(), after.givenName()),
                set(old.familyName(), before.familyName(), after.familyName()),
                set(old.legalName(), before.legalName(), after.legalName()),
                set(old.taxId(), before.taxId(), after.taxId()),
                after.owner(),
                lifecycle(old),
                old.firstTouch(),
                old.lastTouch(),
                set(old.locale(), before.locale(), after.locale()),
                set(old.zone(), before.zone(), after.zone()),
                set(old.country(), before.country(), after.country()),
                old.createdAt(),
                old.version());
    }

    private CustomerRecord emptied(CustomerRecord old) {
        return new CustomerRecord(
                old.id(),
                old.kind(),
                empty(old.givenName(), before.givenName(), after.givenName()),
                empty(old.familyName(), before.familyName(), after.familyName()),
                empty(old.legalName(), before.legalName(), after.legalName()),
                empty(old.taxId(), before.taxId(), after.taxId()),
                old.owner(),
                lifecycle(old),
                old.firstTouch(),
                old.lastTouch(),
                empty(old.locale(), before.locale(), after.locale()),
                empty(old.zone(), before.zone(), after.zone()),
                empty(old.country(), before.country(), after.country()),
                old.createdAt(),
                old.version());
    }

    private Lifecycle lifecycle(CustomerRecord old) {
        return before.lifecycle() == after.lifecycle() ? old.lifecycle() : after.lifecycle();
    }

    private static <T> Optional<T> set(Optional<T> own, Optional<T> before, Optional<T> after) {
        return before.equals(after) ? own : after;
    }

    private static <T> Optional<T> empty(Optional<T> own, Optional<T> before, Optional<T> after) {
        return before.equals(after) || after.isPresent() ? own : Optional.empty();
    }

    private void writePoints() {
        Set<String> kept = keys(after.points());
        before.points().stream()
                .filter(point -> !kept.contains(key(point)))
                .forEach(point -> store.endPoint(view.ids(), point, now));
        List<NewPoint> added = after.points().stream()
                .filter(point -> !before.points().contains(point))
                .filter(point -> !store.revivePoint(view.ids(), point))
                .map(point -> new NewPoint(point.kind(), point.value(), point.label(), false))
                .toList();
        store.insertPoints(view.root(), added, now);
    }

    private static Set<String> keys(List<CustomerDraft.Point> points) {
        return points.stream().map(CustomerEdit::key).collect(Collectors.toSet());
    }

    private static String key(CustomerDraft.Point point) {
        return point.kind() + ":" + point.matchKey();
    }

    private void writeAddresses() {
        if (before.addresses().equals(after.addresses())) {
            return;
        }
        List<Address> left = new ArrayList<>(after.addresses());
        for (CustomerFacts facts : others()) {
            List<Address> kept = facts.addresses().stream()
                    .filter(after.addresses()::contains)
                    .toList();
            left.removeAll(kept);
            if (kept.size() < facts.addresses().size()) {
                rewriteAddresses(facts.record().id(), kept);
            }
        }
        rewriteAddresses(view.root(), left);
    }

    private List<CustomerFacts> others() {
        return view.facts().subList(1, view.facts().size());
    }

    private void rewriteAddresses(CustomerId id, List<Address> addresses) {
        store.deleteAddresses(id);
        store.insertAddresses(id, addresses);
    }

    private void writeTags() {
        List<String> gone = before.tags().stream()
                .filter(tag -> !after.tags().contains(tag))
                .toList();
        if (!gone.isEmpty()) {
            store.deleteTags(view.ids(), gone);
        }
        store.insertTags(
                view.root(),
                after.tags().stream()
                        .filter(tag -> !before.tags().contains(tag))
                        .toList());
    }

    private void writeValues() {
        List<String> gone = before.customValues().keySet().stream()
                .filter(key -> !after.customValues().containsKey(key))
                .toList();
        if (!gone.isEmpty()) {
            store.deleteValues(view.ids(), gone);
        }
        Map<String, String> added = new TreeMap<>(after.customValues());
        added.entrySet().removeAll(before.customValues().entrySet());
        store.putValues(view.root(), added);
    }
}
