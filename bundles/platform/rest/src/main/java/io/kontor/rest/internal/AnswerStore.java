package io.kontor.rest.internal;

import io.kontor.kernel.KontorException;
import io.kontor.rest.RestError;
import io.kontor.store.Row;
import io.kontor.store.Store;
import io.kontor.store.UniqueViolation;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The answers to requests that carried an {@code Idempotency-Key}. */
@Component(service = Answers.class)
public final class AnswerStore implements Answers {

    private static final int BATCH = 1000;

    private final Store store;
    private final Clock clock;

    @Activate
    public AnswerStore(@Reference(target = "(unit=rest)") Store store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Answer> find(Intent intent) {
        return store.sql().one("""
                        select request_hash, secret, status, location, version, body
                        from rest_idempotency where key_hash = ?
                        """, row -> answer(intent, row), (Object) intent.key());
    }

    @Override
    public Answer keep(Intent intent, Answer answer) {
        try {
            store.sql()
                    .update(
                            """
                            insert into rest_idempotency
                              (key_hash, request_hash, secret, status, location, version, body, made_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """,
                            intent.key(),
                            intent.request(),
                            intent.secret(),
                            answer.status(),
                            answer.location(),
                            answer.version(),
                            intent.secret() ? new byte[0] : answer.body(),
                            clock.instant());
        } catch (UniqueViolation e) {
            throw new AnsweredElsewhere(e);
        }
        return answer;
    }

    @Override
    public int forget(Instant before) {
        return store.sql().update("delete from rest_idempotency where made_at < ? limit ?", before, BATCH);
    }

    private static Answer answer(Intent intent, Row row) {
        if (!MessageDigest.isEqual(row.bytes("request_hash"), intent.request())) {
            throw new KontorException(RestError.IDEMPOTENCY_MISMATCH);
        }
        if (row.bool("secret")) {
            throw new KontorException(RestError.ALREADY_DONE);
        }
        return new Answer(
                row.integer("status"),
                row.optionalString("location"),
                row.optionalString("version"),
                row.bytes("body"));
    }
}
