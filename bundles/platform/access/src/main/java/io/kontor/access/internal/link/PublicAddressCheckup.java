package io.kontor.access.internal.link;

import io.kontor.telemetry.Checkup;
import io.kontor.telemetry.Finding;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Whether {@code public.url} can be an address at which others reach this installation. */
@Component(configurationPid = "io.kontor.access")
public final class PublicAddressCheckup implements Checkup {

    private static final String WHERE = "etc/io.kontor.access.cfg";

    private final String address;

    @Activate
    public PublicAddressCheckup(PublicAddress.Config config) {
        this(config.public_url());
    }

    PublicAddressCheckup(String address) {
        this.address = address.strip();
    }

    @Override
    public String name() {
        return "public.url";
    }

    @Override
    public List<Finding> examine() {
        if (address.isEmpty()) {
            return List.of(Finding.doubtful(
                    "not set: links in mails lead to where the company was set up, and shops cannot send their orders by"
                            + " themselves",
                    "set it in " + WHERE + " to the https address that browsers use"));
        }
        try {
            return List.of(verdict(new URI(address)));
        } catch (URISyntaxException e) {
            return List.of(
                    Finding.wrong("\"" + address + "\" is no address", "write https://crm.example.org in " + WHERE));
        }
    }

    private Finding verdict(URI uri) {
        String scheme = String.valueOf(uri.getScheme());
        if (uri.getHost() == null || !scheme.equals("https") && !scheme.equals("http")) {
            return Finding.wrong("\"" + address + "\" is no address", "write https://crm.example.org in " + WHERE);
        }
        if (uri.getPath() != null && uri.getPath().length() > 1) {
            return Finding.wrong(
                    address + " has a path, and the product answers at the root only", "write it without in " + WHERE);
        }
        try {
            InetAddress resolved = InetAddress.getByName(uri.getHost());
            if (resolved.isLoopbackAddress()) {
                return Finding.doubtful(
                        address + " is this machine: nobody else gets there", "set the outer address in " + WHERE);
            }
        } catch (UnknownHostException e) {
            return Finding.wrong(
                    "nobody knows the host of " + address, "correct it in " + WHERE + ", or the entry in the DNS");
        }
        return scheme.equals("https")
                ? Finding.fine(address)
                : Finding.doubtful(
                        address + " is without TLS: log-ins can be read on the way, and shops send nothing there",
                        "put TLS before it and write https in " + WHERE);
    }
}
