package io.kontor.access;

import io.kontor.kernel.UserId;
import java.util.List;
import java.util.Optional;

/** The colleagues of the current workspace, for owner names and choices. An OSGi service. */
public interface Users {

    /** All users, active ones first, by name. */
    List<User> all();

    Optional<User> find(UserId id);

    /**
     * Who is responsible where this user should be: the user, or the proprietor instead of one who is not active.
     *
     * @param wanted may have left, or may leave later
     */
    default UserId responsible(UserId wanted) {
        return find(wanted).filter(User::active).map(User::id).orElseGet(this::proprietor);
    }

    /** The first user, who set the workspace up; the owner of what nobody else owns. */
    UserId proprietor();
}
