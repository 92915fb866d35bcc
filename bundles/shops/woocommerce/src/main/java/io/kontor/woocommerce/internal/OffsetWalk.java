package io.kontor.woocommerce.internal;

import io.kontor.connector.ConnectorError;
import io.kontor.kernel.KontorException;
import java.util.Map;
import java.util.Optional;

/**
 * A walk by offset through a list that has no dates to ask for.
 *
 * @param total how long the list was when the last page was read; -1 if nobody said
 */
record OffsetWalk(int offset, long total) {

    static final OffsetWalk START = new OffsetWalk(0, -1);

    static OffsetWalk decode(String cursor) {
        String[] parts = cursor.split("\\|", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,9}") || !parts[1].matches("-1|\\d{1,15}")) {
            throw new KontorException(
                    ConnectorError.FIELD, Map.of("field", "cursor", "reason", "it belongs to another walk"));
        }
        return new OffsetWalk(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
    }

    String encode() {
        return offset + "|" + total;
    }

    /** A list that became shorter may have moved unread records in front of the offset: so many are read again. */
    Optional<OffsetWalk> next(int read, Optional<Long> now, boolean last) {
        long length = now.orElse(-1L);
        int gone = total >= 0 && length >= 0 ? (int) Math.max(0, total - length) : 0;
        if (gone > 0) {
            return Optional.of(new OffsetWalk(Math.max(0, offset - gone), length));
        }
        return last ? Optional.empty() : Optional.of(new OffsetWalk(offset + read, length));
    }
}
