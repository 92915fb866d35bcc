package io.kontor.order.internal;

import io.kontor.kernel.Money;
import io.kontor.kernel.Sha256;
import io.kontor.order.ReceivedLine;
import io.kontor.order.ReceivedOrder;
import io.kontor.order.ReceivedRefund;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The SHA-256 (FIPS 180-4) of what a channel says about an order. The document's bytes are left out, because the same
 * content arrives in several notations; so are customer and contact, which are our answer to who ordered, not the
 * channel's.
 */
final class ContentHash {
    private final byte[] bytes;

    ContentHash(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static ContentHash of(ReceivedOrder order) {
        Digest digest = new Digest();
        digest.text(order.channel())
                .text(order.number())
                .text(order.state().name())
                .text(order.payment().name())
                .text(order.foreignState())
                .money(order.total())
                .money(order.tax())
                .money(order.shipping())
                .money(order.discount())
                .money(order.refunded())
                .text(order.placedAt())
                .optional(order.paidAt())
                .text(order.lines().size());
        order.lines().forEach(line -> add(digest, line));
        digest.text(order.refunds().size());
        order.refunds().forEach(refund -> add(digest, refund));
        return new ContentHash(digest.finish());
    }

    private static void add(Digest digest, ReceivedLine line) {
        digest.text(line.externalId())
                .text(line.kind().name())
                .optional(line.productExternalId())
                .optional(line.sku())
                .text(line.name())
                .number(line.quantity())
                .number(line.unitPrice())
                .number(line.total())
                .number(line.tax());
    }

    private static void add(Digest digest, ReceivedRefund refund) {
        digest.text(refund.externalId())
                .money(refund.amount())
                .optional(refund.reason())
                .optional(refund.at());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Feeds values with their lengths, so that no two lists of values read alike. */
    private static final class Digest {
        private final MessageDigest sha = Sha256.begin();

        Digest text(Object value) {
            byte[] utf8 = value.toString().getBytes(StandardCharsets.UTF_8);
            sha.update((utf8.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha.update(utf8);
            return this;
        }

        Digest optional(Optional<?> value) {
            value.ifPresentOrElse(this::text, () -> sha.update((byte) '-'));
            return this;
        }

        Digest number(BigDecimal value) {
            return text(value.stripTrailingZeros().toPlainString());
        }

        Digest money(Money value) {
            return text(value);
        }

        byte[] finish() {
            return sha.digest();
        }
    }
}
