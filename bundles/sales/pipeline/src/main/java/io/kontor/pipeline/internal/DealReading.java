package io.kontor.pipeline.internal;

import io.kontor.access.RowRule;
import io.kontor.access.RowRules;
import io.kontor.access.User;
import io.kontor.access.Users;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Customers;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.PipelineError;
import io.kontor.store.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads deals, always through the row rule of whoever asks. */
@Component(service = DealReading.class)
public final class DealReading {
    private final Transactions transactions;
    private final DealStore store;
    private final DealOrderStore dealOrders;
    private final PipelineStore pipelines;
    private final RowRules rules;
    private final Customers customers;
    private final Users users;

    /** The names that deals are shown with. */
    record Names(Map<CustomerId, String> customers, Map<UserId, String> owners) {}

    /** A page of deals with the names to show. */
    record NamedPage(Page<KeptDeal> page, Names names) {}

    /** Everything about one deal. */
    record Detail(KeptDeal kept, Pipeline pipeline, Names names, List<DealOrder> orders, List<StageChange> log) {}

    @Activate
    public DealReading(
            @Reference Transactions transactions,
            @Reference DealStore store,
            @Reference DealOrderStore dealOrders,
            @Reference PipelineStore pipelines,
            @Reference RowRules rules,
            @Reference Customers customers,
            @Reference Users users) {
        this.transactions = transactions;
        this.store = store;
        this.dealOrders = dealOrders;
        this.pipelines = pipelines;
        this.rules = rules;
        this.customers = customers;
        this.users = users;
    }

    /** All ids that mean the customer, for a filter. */
    Set<CustomerId> sameAs(CustomerId customer) {
        return customers.sameAs(customer);
    }

    NamedPage page(DealFilter filter, PageRequest request) {
        return transactions.read(() -> {
            Page<KeptDeal> page = store.page(filter, rule(), request);
            return new NamedPage(page, names(page.items()));
        });
    }

    /** @throws KontorException {@link PipelineError#DEAL_NOT_FOUND} also where the row rule hides the deal */
    Detail detail(DealId id) {
        return transactions.read(() -> {
            KeptDeal kept = store.find(id, rule()).orElseThrow(() -> new KontorException(PipelineError.DEAL_NOT_FOUND));
            Pipeline pipeline = pipelines.find(kept.deal().pipeline()).orElseThrow();
            return new Detail(kept, pipeline, names(List.of(kept)), dealOrders.of(id), store.log(id));
        });
    }

    /** The names of all customers and owners of some deals, in one query each. */
    Names names(Collection<KeptDeal> deals) {
        Set<CustomerId> wanted =
                deals.stream().flatMap(kept -> kept.deal().customer().stream()).collect(Collectors.toSet());
        Map<UserId, String> owners = users.all().stream().collect(Collectors.toMap(User::id, User::name));
        return new Names(wanted.isEmpty() ? Map.of() : customers.names(wanted), owners);
    }

    private RowRule rule() {
        return rules.reading("deal");
    }
}
