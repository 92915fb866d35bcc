package io.kontor.connector.internal;

import io.kontor.connector.ConnectorForm;
import io.kontor.connector.ShopConnector;
import io.kontor.kernel.Reason;
import java.util.List;
import java.util.Optional;

/**
 * A kind of shop as JSON.
 *
 * @param oneButton whether a shop of the kind can be connected by one button here and now
 * @param oneButtonObstacle why not, in English
 * @param oneButtonObstacleCode by which the words in other languages are found
 */
record KindJson(
        String kind,
        String name,
        List<ConnectorForm.Field> fields,
        boolean oneButton,
        Optional<String> oneButtonObstacle,
        Optional<String> oneButtonObstacleCode) {

    static KindJson of(ShopConnector connector, Optional<Reason> obstacle) {
        ConnectorForm form = connector.form();
        return new KindJson(
                connector.kind(),
                form.name(),
                form.fields(),
                obstacle.isEmpty(),
                obstacle.map(Reason::toString),
                obstacle.map(Reason::code));
    }
}
