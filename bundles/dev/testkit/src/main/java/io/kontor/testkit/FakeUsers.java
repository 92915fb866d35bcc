package io.kontor.testkit;

import io.kontor.access.User;
import io.kontor.access.Users;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proprietor, and whoever a test adds. */
public final class FakeUsers implements Users {

    /** Who is always there. */
    public static final User PROPRIETOR = new User(
            new UserId(UUID.fromString("00000000-0000-7000-8000-0000000000aa")),
            "Petra Proprietor",
            "petra@example.com",
            Role.PROPRIETOR,
            true);

    private final List<User> users = new CopyOnWriteArrayList<>(List.of(PROPRIETOR));

    /** Adds somebody, or changes who is there already. */
    public void add(User user) {
        users.removeIf(known -> known.id().equals(user.id()));
        users.add(user);
    }

    @Override
    public List<User> all() {
        return List.copyOf(users);
    }

    @Override
    public Optional<User> find(UserId id) {
        return users.stream().filter(user -> user.id().equals(id)).findFirst();
    }

    @Override
    public UserId proprietor() {
        return PROPRIETOR.id();
    }
}
