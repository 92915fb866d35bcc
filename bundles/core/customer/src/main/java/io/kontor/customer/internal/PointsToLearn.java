package io.kontor.customer.internal;

import io.kontor.customer.ContactPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a message tells of a customer's contact points beyond what is known.
 *
 * @param unknown points that the customer does not have
 * @param proven the match keys of known e-mail addresses that are verified now and were not before
 */
record PointsToLearn(List<NewPoint> unknown, List<String> proven) {

    static PointsToLearn of(MergedView view, List<NewPoint> points) {
        Map<String, ContactPoint> known = new HashMap<>();
        view.facts().stream()
                .flatMap(facts -> facts.points().stream())
                .forEach(point ->
                        known.put(point.kind() + ":" + ContactValues.matchKey(point.kind(), point.value()), point));
        List<NewPoint> unknown =
                points.stream().filter(point -> !known.containsKey(key(point))).toList();
        List<String> proven = points.stream()
                .filter(point -> point.verified() && known.containsKey(key(point)))
                .filter(point -> !known.get(key(point)).verified())
                .map(NewPoint::matchKey)
                .toList();
        return new PointsToLearn(unknown, proven);
    }

    boolean nothing() {
        return unknown.isEmpty() && proven.isEmpty();
    }

    private static String key(NewPoint point) {
        return point.kind() + ":" + point.matchKey();
    }
}
