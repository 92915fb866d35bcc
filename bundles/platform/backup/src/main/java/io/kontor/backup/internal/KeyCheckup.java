package io.kontor.backup.internal;

import io.kontor.backup.internal.BackupStore.Probe;
import io.kontor.kernel.KontorException;
import io.kontor.settings.KeyedSecrets;
import io.kontor.telemetry.Checkup;
import io.kontor.telemetry.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this node's key file is the one that the stored secrets were sealed with. For that something sealed with each
 * key stands in the control database from the key's first start on.
 */
@Component(immediate = true)
public final class KeyCheckup implements Checkup {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCheckup.class);
    private static final String REMEDY = "stop, bring the former key file back (your copy of etc/kontor.key), start;"
            + " without it shop keys and tokens must be entered again";

    private final KeyedSecrets secrets;
    private final BackupStore store;

    @Activate
    public KeyCheckup(@Reference KeyedSecrets secrets, @Reference BackupStore store) {
        this.secrets = secrets;
        this.store = store;
        SortedMap<Integer, Probe> probes = store.probes();
        int newest = secrets.fingerprints().lastKey();
        if (!probes.containsKey(newest)) {
            store.addProbe(
                    newest,
                    new Probe(
                            secrets.fingerprints().get(newest), secrets.seal(Manifest.PROBE, Manifest.PROBE_PURPOSE)));
        }
        examine().stream()
                .filter(finding -> finding.gravity() == Finding.Gravity.WRONG)
                .forEach(finding -> LOG.error("{}: {}", finding.what(), finding.remedy()));
    }

    @Override
    public String name() {
        return "key and data";
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        store.probes().forEach((number, probe) -> {
            if (!opens(probe)) {
                findings.add(Finding.wrong(
                        "secrets were sealed with key " + number + ", fingerprint " + probe.fingerprint()
                                + ", which the key file does not hold",
                        REMEDY));
            }
        });
        return findings.isEmpty()
                ? List.of(Finding.fine("the key file opens what is sealed in the database"))
                : findings;
    }

    private boolean opens(Probe probe) {
        try {
            return secrets.open(probe.sealed(), Manifest.PROBE_PURPOSE).equals(Manifest.PROBE);
        } catch (KontorException e) {
            LOG.debug("A probe does not open", e);
            return false;
        }
    }
}
