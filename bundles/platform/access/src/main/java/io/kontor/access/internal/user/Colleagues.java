package io.kontor.access.internal.user;

import io.kontor.access.User;
import io.kontor.access.Users;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The users as other modules see them. */
@Component
public final class Colleagues implements Users {

    private final AccountStore accounts;

    @Activate
    public Colleagues(@Reference AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<User> all() {
        return accounts.all().stream().map(Colleagues::user).toList();
    }

    @Override
    public Optional<User> find(UserId id) {
        return accounts.find(id).map(Colleagues::user);
    }

    @Override
    public UserId proprietor() {
        return accounts.firstProprietor()
                .orElseThrow(() -> new KontorException(KernelError.NOT_FOUND, Map.of("type", "proprietor")));
    }

    private static User user(Account account) {
        return new User(account.id(), account.name(), account.email(), account.role(), account.active());
    }
}
