package io.kontor.demo.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.Json;
import io.kontor.kernel.UserId;
import io.kontor.store.Row;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterOutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one row of the workspace's demo shop. */
@Component(service = DemoStore.class)
public final class DemoStore {
    static final String INSERT = """
            insert into demo_shop (phase, reason, owner_id, language, zone, port, lives, consumer_keys, account_id, walk,
              memory, password, id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 1)
            """;

    static final String UPDATE = """
            update demo_shop set phase = ?, reason = ?, owner_id = ?, language = ?, zone = ?, port = ?, lives = ?,
              consumer_keys = ?, account_id = ?, walk = ?, memory = ? where id = 1
            """;

    static final String PASSWORD = "update demo_shop set password = ? where id = 1";

    static final String DELETE = "delete from demo_shop where id = 1";

    /** The shop opens again, is told of, or writes its memory while somebody decides: that must not undo it. */
    static final String REMOVE =
            "update demo_shop set phase = 'REMOVING' where id = 1 and phase in ('READY', 'BROKEN')";

    static final String FIND = """
            select phase, reason, owner_id, language, zone, port, lives, consumer_keys, password, account_id, walk, memory
              from demo_shop where id = 1
            """;

    private static final int LONGEST_REASON = 500;

    private final Sql sql;
    private final JsonMapper mapper = Json.mapper();

    @Activate
    public DemoStore(@Reference(target = "(unit=demo)") Store store) {
        this.sql = store.sql();
    }

    Optional<KeptShop> find() {
        return sql.one(FIND, this::shop);
    }

    void insert(KeptShop shop) {
        sql.update(INSERT, parameters(shop));
    }

    void update(KeptShop shop) {
        sql.update(UPDATE, parameters(shop));
    }

    /** @return whether the shop is being removed from now on */
    boolean beginRemoval() {
        return sql.update(REMOVE) == 1;
    }

    void delete() {
        sql.update(DELETE);
    }

    void password(byte[] sealed) {
        sql.update(PASSWORD, sealed);
    }

    private Object[] parameters(KeptShop shop) {
        String reason = shop.reason();
        return new Object[] {
            shop.phase(),
            reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason,
            shop.owner(),
            shop.language().toLanguageTag(),
            shop.zone().getId(),
            shop.port(),
            shop.lives(),
            shop.keys(),
            shop.account(),
            text(shop.walk()),
            squeezed(shop.memory())
        };
    }

    private KeptShop shop(Row row) {
        Optional<byte[]> password = Optional.of(row.bytes("password")).filter(bytes -> bytes.length > 0);
        return new KeptShop(
                row.enumeration("phase", KeptShop.Phase.class),
                row.string("reason"),
                new UserId(row.uuid("owner_id")),
                Locale.forLanguageTag(row.string("language")),
                ZoneId.of(row.string("zone")),
                row.integer("port"),
                row.integer("lives"),
                row.bytes("consumer_keys"),
                password,
                row.optionalUuid("account_id").map(SourceAccountId::new),
                walk(row.string("walk")),
                unsqueezed(row.bytes("memory")));
    }

    private String text(WalkState walk) {
        try {
            return mapper.writeValueAsString(walk);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A walk is always JSON", e);
        }
    }

    private WalkState walk(String json) {
        try {
            return mapper.readValue(json, WalkState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("demo_shop.walk is damaged", e);
        }
    }

    private static byte[] squeezed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] unsqueezed(byte[] squeezed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InflaterOutputStream out = new InflaterOutputStream(bytes)) {
            out.write(squeezed);
        } catch (IOException e) {
            throw new UncheckedIOException("demo_shop.memory is damaged", e);
        }
        return bytes.toByteArray();
    }
}
