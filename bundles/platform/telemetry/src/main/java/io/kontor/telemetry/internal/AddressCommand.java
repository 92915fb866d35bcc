package io.kontor.telemetry.internal;

import io.kontor.telemetry.AdminCommand;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.osgi.service.http.runtime.HttpServiceRuntimeConstants;

/** Tells where the product listens, as a browser on this machine would write it. */
@Component(service = AdminCommand.class)
public final class AddressCommand implements AdminCommand {

    private final ServiceReference<HttpServiceRuntime> runtime;

    @Activate
    public AddressCommand(@Reference(service = HttpServiceRuntime.class) ServiceReference<HttpServiceRuntime> runtime) {
        this.runtime = runtime;
    }

    @Override
    public String name() {
        return "address";
    }

    @Override
    public String help() {
        return "address: where the product listens";
    }

    @Override
    public void run(List<String> arguments, PrintWriter out) {
        Object endpoints = runtime.getProperty(HttpServiceRuntimeConstants.HTTP_SERVICE_ENDPOINT);
        Stream<?> addresses = endpoints instanceof Object[] several ? Stream.of(several) : Stream.of(endpoints);
        addresses
                .map(address -> address.toString().replace("//0.0.0.0:", "//localhost:"))
                .distinct()
                .forEach(out::println);
    }
}
