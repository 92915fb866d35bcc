package io.kontor.access.internal.preference;

import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.kernel.UserId;
import io.kontor.store.Transactions;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a user likes, the same at every screen: short texts by name, read and written by that user alone. */
@Component(service = PreferenceService.class)
public final class PreferenceService {

    static final int MOST = 200;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_VALUE = 2000;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]*");

    private final PreferenceStore store;
    private final Transactions transactions;

    @Activate
    public PreferenceService(@Reference PreferenceStore store, @Reference Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** All of them, by name. */
    public Map<String, String> of(UserId user) {
        return store.of(user);
    }

    /** @throws KontorException {@link KernelError#INVALID} for a name or a value that is none, or too many of them */
    public void put(UserId user, String name, String value) {
        requireName(name);
        if (value.isEmpty() || value.length() > LONGEST_VALUE) {
            throw invalid("value", Reason.length(1, LONGEST_VALUE));
        }
        transactions.run(() -> {
            Map<String, String> present = store.of(user);
            if (!present.containsKey(name) && present.size() >= MOST) {
                throw invalid("name", new Reason("access.too-many", "there are {most} already", Map.of("most", MOST)));
            }
            store.put(user, name, value);
        });
    }

    /** One that is not there is as good as removed. */
    public void remove(UserId user, String name) {
        requireName(name);
        transactions.run(() -> store.remove(user, name));
    }

    private static void requireName(String name) {
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw invalid(
                    "name",
                    Reason.of("access.preference-name", "it must be lower-case letters, digits, dots and dashes"));
        }
    }

    private static KontorException invalid(String field, Reason reason) {
        return new KontorException(KernelError.INVALID, Map.of("field", field, "reason", reason));
    }
}
