package io.kontor.pipeline.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.customer.SourceAccounts;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the accounts that send orders are called, as the modules say that keep them and are here now. */
@Component(service = AccountLabels.class)
public class AccountLabels {
    private final Set<SourceAccounts> keepers = ConcurrentHashMap.newKeySet();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    protected void bind(SourceAccounts keeper) {
        keepers.add(keeper);
    }

    protected void unbind(SourceAccounts keeper) {
        keepers.remove(keeper);
    }

    Optional<String> of(SourceAccountId account) {
        return keepers.stream()
                .flatMap(keeper -> keeper.label(account).stream())
                .findFirst();
    }
}
