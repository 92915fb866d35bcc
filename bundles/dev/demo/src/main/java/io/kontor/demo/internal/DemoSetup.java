package io.kontor.demo.internal;

import io.kontor.access.SetupAnswers;
import io.kontor.access.SetupStep;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import io.kontor.settings.Secrets;
import io.kontor.store.Transactions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes that a new workspace wants demo data, and begins once it is set up. */
@Component
public final class DemoSetup implements SetupStep {
    static final String KEYS_PURPOSE = "demo:keys";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 20;

    private final DemoStore store;
    private final Demo demo;
    private final Secrets secrets;
    private final Timepiece timepiece;
    private final Transactions transactions;
    private final WorkspaceContext workspaces;

    @Activate
    public DemoSetup(
            @Reference DemoStore store,
            @Reference Demo demo,
            @Reference Secrets secrets,
            @Reference Timepiece timepiece,
            @Reference Transactions transactions,
            @Reference WorkspaceContext workspaces) {
        this.store = store;
        this.demo = demo;
        this.secrets = secrets;
        this.timepiece = timepiece;
        this.transactions = transactions;
        this.workspaces = workspaces;
    }

    @Override
    public void apply(SetupAnswers answers) {
        if (!answers.demoData()) {
            return;
        }
        DemoShops.Keys keys = new DemoShops.Keys("ck_" + random(), "cs_" + random());
        store.insert(KeptShop.fresh(
                answers.proprietor(),
                answers.locale(),
                answers.zone(),
                secrets.seal(keys.written(), KEYS_PURPOSE),
                WalkState.begin(timepiece.clock().instant())));
        WorkspaceId workspace = workspaces.current();
        transactions.afterCommit(() -> demo.begin(workspace));
    }

    private static String random() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
