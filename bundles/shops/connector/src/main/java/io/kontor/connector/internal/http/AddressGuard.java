package io.kontor.connector.internal.http;

import io.kontor.connector.ConnectorError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps requests to addresses that a user typed away from the inside of the house: loopback, private, link-local and
 * other special networks (RFC 6890). The names are resolved here, once, and the connection goes to exactly the addresses
 * that were looked at.
 */
final class AddressGuard {

    private final Supplier<Set<String>> allowed;
    private final Resolver resolver;

    /** Looks a name up. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** @param allowed {@code host:port} of what may be reached although it lies inside; asked each time */
    AddressGuard(Supplier<Set<String>> allowed) {
        this(allowed, InetAddress::getAllByName);
    }

    AddressGuard(Supplier<Set<String>> allowed, Resolver resolver) {
        this.allowed = allowed;
        this.resolver = resolver;
    }

    /** Whether the operator allowed this target although it lies inside. */
    boolean allows(URI uri) {
        return allowed.get().contains(target(uri));
    }

    /**
     * The addresses to connect to.
     *
     * @throws KontorException {@link ConnectorError#ADDRESS_FORBIDDEN}, {@link ConnectorError#UNREACHABLE}
     */
    List<InetAddress> addresses(URI uri) {
        String host = host(uri);
        InetAddress[] found;
        try {
            found = resolver.resolve(host);
        } catch (UnknownHostException e) {
            throw new KontorException(
                    ConnectorError.UNREACHABLE,
                    Map.of("host", host, "reason", Reason.of("connector.unknown-name", "nobody knows this name")),
                    e);
        }
        if (!allows(uri) && Stream.of(found).anyMatch(AddressGuard::isInside)) {
            throw new KontorException(ConnectorError.ADDRESS_FORBIDDEN, Map.of("target", target(uri)));
        }
        return Arrays.asList(found);
    }

    static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    }

    /** The host; an IPv6 address without its brackets. */
    static String host(URI uri) {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String target(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT) + ":" + port(uri);
    }

    static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        return address instanceof Inet4Address ? isSpecial(bytes, 0) : isSpecialSix(bytes);
    }

    private static boolean isSpecial(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        return first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && bytes[at + 2] == 0)
                || (first == 198 && (second == 18 || second == 19));
    }

    /** Unique local addresses, and the notations that carry an IPv4 address in them: compatible, NAT64, 6to4. */
    private static boolean isSpecialSix(byte[] bytes) {
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        boolean zeroes = true;
        for (int i = 0; i < 12; i++) {
            zeroes &= bytes[i] == 0;
        }
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        return uniqueLocal || ((zeroes || nat64) && isSpecial(bytes, 12)) || (sixToFour && isSpecial(bytes, 2));
    }
}
