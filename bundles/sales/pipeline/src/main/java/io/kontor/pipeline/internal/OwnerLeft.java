package io.kontor.pipeline.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.access.UserEvent;
import io.kontor.access.Users;
import io.kontor.events.EventConsumer;
import io.kontor.events.ReceivedEvent;
import io.kontor.kernel.Json;
import io.kontor.kernel.UserId;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives the open deals of a leaving colleague to the heir. Closed ones keep the name of who won or lost them. */
@Component
public final class OwnerLeft implements EventConsumer {
    private static final int AT_ONCE = 100;

    private final DealStore store;
    private final DealBook book;
    private final Users users;
    private final ObjectMapper mapper = Json.mapper();

    @Activate
    public OwnerLeft(@Reference DealStore store, @Reference DealBook book, @Reference Users users) {
        this.store = store;
        this.book = book;
        this.users = users;
    }

    @Override
    public String subscription() {
        return "pipeline.owner-left";
    }

    @Override
    public Set<String> events() {
        return Set.of(UserEvent.Left.NAME);
    }

    @Override
    public void handle(ReceivedEvent event) {
        UserEvent.Left left = event.as(UserEvent.Left.class, mapper);
        UserId heir = users.responsible(left.heir());
        if (heir.equals(left.user())) {
            return; // Came back and is the proprietor now, while the heir has left.
        }
        List<KeptDeal> deals = store.lockOpen(left.user(), AT_ONCE);
        while (!deals.isEmpty()) {
            for (KeptDeal deal : deals) {
                book.write(deal, deal.ownedBy(heir));
            }
            deals = store.lockOpen(left.user(), AT_ONCE);
        }
    }
}
