package io.kontor.access.internal.user;

import io.kontor.kernel.Cursor;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of users. */
@Component(service = AccountStore.class)
public final class AccountStore {

    private final Store store;
    private final Clock clock;

    @Activate
    public AccountStore(@Reference(target = "(unit=access)") Store store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @throws io.kontor.store.UniqueViolation if the e-mail is taken */
    public void add(Account account) {
        store.sql()
                .update(
                        """
                        insert into access_user
                          (id, name, email, email_key, role, active, password_hash, locale, made_at, seen_at, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?)
                        """,
                        account.id(),
                        account.name(),
                        account.email(),
                        Account.key(account.email()),
                        account.role(),
                        account.active(),
                        account.passwordHash(),
                        account.locale().toLanguageTag(),
                        clock.instant(),
                        account.version());
    }

    /** Writes what a person may change, as the next version. */
    public void change(Account account) {
        store.sql()
                .update(
                        """
                        update access_user
                        set name = ?, role = ?, active = ?, password_hash = ?, locale = ?, version = version + 1
                        where id = ?
                        """,
                        account.name(),
                        account.role(),
                        account.active(),
                        account.passwordHash(),
                        account.locale().toLanguageTag(),
                        account.id());
    }

    public Optional<Account> find(UserId id) {
        return store.sql().one("""
                        select u.id, u.name, u.email, u.role, u.active, u.password_hash, u.locale, u.seen_at, u.version
                        from access_user u where u.id = ?
                        """, Account::of, id);
    }

    /** As {@link #find}; nobody else changes the user until the transaction ends. */
    public Optional<Account> lock(UserId id) {
        return store.sql().one("""
                        select u.id, u.name, u.email, u.role, u.active, u.password_hash, u.locale, u.seen_at, u.version
                        from access_user u where u.id = ? for update
                        """, Account::of, id);
    }

    public Optional<Account> byEmail(String email) {
        return store.sql().one("""
                        select u.id, u.name, u.email, u.role, u.active, u.password_hash, u.locale, u.seen_at, u.version
                        from access_user u where u.email_key = ?
                        """, Account::of, Account.key(email));
    }

    /** All users, active ones first, by name. */
    public List<Account> all() {
        return store.sql().list("""
                        select u.id, u.name, u.email, u.role, u.active, u.password_hash, u.locale, u.seen_at, u.version
                        from access_user u order by u.active desc, u.name, u.id
                        """, Account::of);
    }

    /** A page in the order of {@link #all()}. */
    public Page<Account> page(PageRequest request) {
        List<Account> rows = request.cursor()
                .map(cursor -> after(cursor, request.limit() + 1))
                .orElseGet(() -> first(request.limit() + 1));
        return Page.of(
                rows,
                request.limit(),
                last -> Cursor.of(last.active() ? 1 : 0, last.name(), last.id().value()));
    }

    public boolean empty() {
        return store.sql()
                .one("select 1 as present from access_user limit 1", row -> true)
                .isEmpty();
    }

    /** The active proprietors, locked, so that of two changes at once the second sees the first. */
    public List<UserId> lockProprietors() {
        return store.sql()
                .list(
                        "select id from access_user where role = ? and active for update",
                        row -> new UserId(row.uuid("id")),
                        Role.PROPRIETOR);
    }

    /** The active proprietor who has been there longest. */
    public Optional<UserId> firstProprietor() {
        return store.sql()
                .one(
                        "select id from access_user where role = ? and active order by made_at, id limit 1",
                        row -> new UserId(row.uuid("id")),
                        Role.PROPRIETOR);
    }

    private List<Account> first(int limit) {
        return store.sql().list("""
                        select u.id, u.name, u.email, u.role, u.active, u.password_hash, u.locale, u.seen_at, u.version
                        from access_user u order by u.active desc, u.name, u.id limit ?
                        """, Account::of, limit);
    }

    private List<Account> after(Cursor cursor, int limit) {
        long active = cursor.number(0);
        String name = cursor.text(1);
        return store.sql().list("""
                        select u.id, u.name, u.email, u.role, u.active, u.password_hash, u.locale, u.seen_at, u.version
                        from access_user u
                        where u.active < ? or (u.active = ? and (u.name > ? or (u.name = ? and u.id > ?)))
                        order by u.active desc, u.name, u.id limit ?
                        """, Account::of, active, active, name, name, cursor.uuid(2), limit);
    }
}
