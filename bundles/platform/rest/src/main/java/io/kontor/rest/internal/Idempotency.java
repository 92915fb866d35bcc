package io.kontor.rest.internal;

import io.kontor.kernel.Actor;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Sha256;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.rest.RestError;
import io.kontor.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets a POST with an {@code Idempotency-Key} happen once: the work and its answer commit together, so a client that
 * asks again, even after a crash, gets the answer and not a second record.
 */
@Component(service = Idempotency.class)
public final class Idempotency {

    static final String HEADER = "Idempotency-Key";

    private static final int MAX_KEY = 255;

    private final Answers answers;
    private final Transactions transactions;
    private final WorkspaceContext workspaces;
    private final ActorContext actors;
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();

    @Activate
    public Idempotency(
            @Reference Answers answers,
            @Reference Transactions transactions,
            @Reference WorkspaceContext workspaces,
            @Reference ActorContext actors) {
        this.answers = answers;
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.actors = actors;
    }

    Intent intent(String key, HttpServletRequest http, byte[] body, Guarded operation) {
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw new KontorException(RestError.IDEMPOTENCY_KEY);
        }
        Actor actor = actors.current();
        String who = actor.kind() + ":"
                + actor.user().map(user -> user.value().toString()).orElse(actor.name());
        String target = http.getMethod() + " " + http.getRequestURI() + "?"
                + Optional.ofNullable(http.getQueryString()).orElse("");
        return new Intent(
                workspaces.current(),
                sha256(bytes(who + "\n" + key)),
                sha256(bytes(target + "\n"), body),
                operation.secret(),
                operation.outside());
    }

    /** Does the work, or gives the answer of the time before. */
    Answer once(Intent intent, Supplier<Answer> work) {
        if (!atWork.add(intent.name())) {
            throw new KontorException(RestError.IDEMPOTENCY_BUSY);
        }
        try {
            return intent.outside()
                    ? answers.find(intent).orElseGet(() -> keepAfterwards(intent, work.get()))
                    : transactions.call(() -> answers.find(intent).orElseGet(() -> answers.keep(intent, work.get())));
        } catch (Answers.AnsweredElsewhere e) {
            return answers.find(intent).orElseThrow(() -> new KontorException(RestError.IDEMPOTENCY_BUSY));
        } finally {
            atWork.remove(intent.name());
        }
    }

    private Answer keepAfterwards(Intent intent, Answer answer) {
        return transactions.call(() -> answers.keep(intent, answer));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[]... parts) {
        MessageDigest digest = Sha256.begin();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
