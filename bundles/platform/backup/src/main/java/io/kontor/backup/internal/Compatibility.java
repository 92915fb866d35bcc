package io.kontor.backup.internal;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether this product can go on with a backup's tables: an older one's are brought up to date at the start, a newer
 * one's are not understood. A module that was uploaded travels with its tables, in the control database.
 */
final class Compatibility {

    private Compatibility() {}

    static void require(Manifest manifest, ProductModules product) {
        List<String> newer = manifest.brings().entrySet().stream()
                .filter(module -> product.migrations().containsKey(module.getKey())
                        && product.migrations().get(module.getKey()) < module.getValue())
                .map(module -> module.getKey() + " " + module.getValue() + " (here "
                        + product.migrations().get(module.getKey()) + ")")
                .toList();
        List<String> unknown = new TreeMap<>(manifest.brings())
                .keySet().stream()
                        .filter(module -> !product.migrations().containsKey(module))
                        .toList();
        if (!newer.isEmpty() || compare(manifest.product(), product.version()) > 0) {
            throw new Trouble("This backup is of a newer Kontor: of version " + manifest.product()
                    + ", and this one is "
                    + product.version()
                    + (newer.isEmpty() ? "" : "; its tables are ahead: " + String.join(", ", newer))
                    + (unknown.isEmpty() ? "" : "; modules that are not known here: " + String.join(", ", unknown))
                    + ". Restore it with that version or a newer one.");
        }
    }

    /** By the numbers in front: 0.10.0 is newer than 0.9.1; what follows a hyphen does not count. */
    static int compare(String one, String other) {
        List<Integer> ones = numbers(one);
        List<Integer> others = numbers(other);
        for (int i = 0; i < Math.max(ones.size(), others.size()); i++) {
            int difference = Integer.compare(at(ones, i), at(others, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static List<Integer> numbers(String version) {
        return Stream.of(version.split("-", 2)[0].split("\\."))
                .filter(part -> part.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .collect(Collectors.toList());
    }

    private static int at(List<Integer> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}
