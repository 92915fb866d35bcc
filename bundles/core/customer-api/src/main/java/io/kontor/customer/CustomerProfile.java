package io.kontor.customer;

import io.kontor.kernel.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What persons and companies have in common.
 *
 * @param owner the responsible colleague; never missing
 * @param firstTouch where the customer came from first, for example {@code woocommerce}
 * @param lastTouch where the latest contact came from
 * @param points ways to reach the customer, valid ones first
 * @param customValues values of custom fields by the field's key
 * @param mergedFrom the ids that were merged into this customer
 * @param version counts the changes, for {@code If-Match}
 */
public record CustomerProfile(
        UserId owner,
        Lifecycle lifecycle,
        Optional<String> firstTouch,
        Optional<String> lastTouch,
        List<ContactPoint> points,
        List<Address> addresses,
        Set<String> tags,
        Optional<Locale> locale,
        Optional<ZoneId> zone,
        List<Consent> consents,
        Map<String, String> customValues,
        Set<CustomerId> mergedFrom,
        Instant createdAt,
        long version) {

    /** Stands in for a missing name: the first contact point, or a dash. */
    String contactName() {
        return points.stream().map(ContactPoint::value).findFirst().orElse("–");
    }
}
