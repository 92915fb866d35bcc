package io.kontor.demo.internal;

import io.kontor.fake.woocommerce.Address;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.OrderDraft;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import io.kontor.telemetry.AdminCommand;
import io.kontor.telemetry.CommandRefused;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets somebody of the cast place one more order in the demo shop. */
@Component
public final class DemoOrderCommand implements AdminCommand {
    private static final String PAID = "--paid";

    private final WorkspaceContext workspaces;
    private final DemoWorkspaces choice;
    private final DemoStore store;
    private final DemoShops shops;
    private final Demo demo;
    private final Random random = new SecureRandom();

    @Activate
    public DemoOrderCommand(
            @Reference WorkspaceContext workspaces,
            @Reference DemoWorkspaces choice,
            @Reference DemoStore store,
            @Reference DemoShops shops,
            @Reference Demo demo) {
        this.workspaces = workspaces;
        this.choice = choice;
        this.store = store;
        this.shops = shops;
        this.demo = demo;
    }

    @Override
    public String name() {
        return "demo order";
    }

    @Override
    public String help() {
        return "demo order [<workspace>] [--paid]: somebody orders in the demo shop; prints the order's number";
    }

    @Override
    public void run(List<String> arguments, PrintWriter out) {
        WorkspaceId workspace =
                choice.of(arguments.stream().filter(word -> !word.equals(PAID)).toList());
        workspaces.run(workspace, () -> {
            KeptShop kept = store.find().orElseThrow(() -> new CommandRefused("There is no demo shop here"));
            if (kept.phase() == KeptShop.Phase.WALKING) {
                throw new CommandRefused("The demo shop is still living through its past; ask again in a minute");
            }
            FakeWooCommerce shop = shops.of(workspace)
                    .orElseThrow(() -> new CommandRefused("The demo shop is closed; the log says why"));
            List<Address> cast = Cast.all();
            Address buyer = cast.get(random.nextInt(cast.size()));
            long product = kept.walk().products().get(random.nextInt(Assortment.ALL.size()));
            long order = shop.placeOrder(OrderDraft.guest(buyer)
                    .item(product, 1 + random.nextInt(3))
                    .status(arguments.contains(PAID) ? "processing" : "pending"));
            demo.remember(shop);
            out.println("Order " + order + " of " + buyer.firstName() + " " + buyer.lastName());
        });
    }
}
