package io.kontor.connector.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.access.UserEvent;
import io.kontor.access.Users;
import io.kontor.events.EventConsumer;
import io.kontor.events.ReceivedEvent;
import io.kontor.kernel.Json;
import io.kontor.kernel.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives the shops of a leaving colleague to the heir, so that nothing comes from them without somebody responsible. */
@Component
public final class OwnerLeft implements EventConsumer {

    private final AccountService accounts;
    private final Users users;
    private final ObjectMapper mapper = Json.mapper();

    @Activate
    public OwnerLeft(@Reference AccountService accounts, @Reference Users users) {
        this.accounts = accounts;
        this.users = users;
    }

    @Override
    public String subscription() {
        return "connector.owner-left";
    }

    @Override
    public Set<String> events() {
        return Set.of(UserEvent.Left.NAME);
    }

    @Override
    public void handle(ReceivedEvent event) {
        UserEvent.Left left = event.as(UserEvent.Left.class, mapper);
        UserId heir = users.responsible(left.heir());
        for (Account account : accounts.all()) {
            if (account.owner().equals(left.user())) {
                accounts.change(
                        account.id(),
                        new AccountForms.Change(
                                Optional.empty(), Optional.of(heir), Optional.empty(), Map.of(), account.version()));
            }
        }
    }
}
