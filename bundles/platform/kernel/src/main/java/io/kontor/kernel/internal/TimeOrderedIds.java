package io.kontor.kernel.internal;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.kontor.kernel.IdGenerator;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;

/** Real time, not the movable clock: identifiers only need to be new, and a clock set back must not make old ones. */
@Component
public final class TimeOrderedIds implements IdGenerator {

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public UUID next() {
        return generator.generate();
    }
}
