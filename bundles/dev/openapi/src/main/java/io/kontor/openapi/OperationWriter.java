package io.kontor.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.rest.AnswersWith;
import io.kontor.rest.Created;
import io.kontor.rest.MergePatch;
import io.kontor.rest.Versioned;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.core.Response;

/** Writes one operation. */
final class OperationWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Schemas schemas;
    private final Comments comments;

    OperationWriter(Schemas schemas, Comments comments) {
        this.schemas = schemas;
        this.comments = comments;
    }

    ObjectNode write(Operation operation) throws IOException {
        ObjectNode written = NODES.objectNode().put("operationId", operation.id());
        written.putArray("tags").add(operation.resource().module());
        comments.of(operation.method()).ifPresent(text -> written.put("description", text));
        access(operation, written);
        Parameters parameters = new Parameters(schemas, comments, written.putArray("parameters"));
        Optional<Type> body = parameters.write(operation);
        boolean repeatable = operation.verb().equals("post") && !operation.open();
        if (repeatable) {
            parameters.addHeader("Idempotency-Key");
        }
        body.ifPresent(type -> body(operation, type, parameters.patched(), written.putObject("requestBody")));
        ObjectNode responses = written.putObject("responses");
        answer(operation, responses);
        problems(operation, parameters, body.isPresent(), repeatable)
                .forEach(status -> problem(responses.putObject(status)));
        problem(responses.putObject("default"));
        return written;
    }

    private static void access(Operation operation, ObjectNode written) throws IOException {
        try {
            Optional<String> permission = operation.permission();
            permission.ifPresent(name -> written.put("x-kontor-permission", name));
            if (operation.open()) {
                written.putArray("security");
            }
            String who = operation.open() ? "public" : "logged-in";
            written.put("x-kontor-access", permission.isPresent() ? "permission" : who);
        } catch (ReflectiveOperationException e) {
            throw new IOException(operation.method() + " has a permission that cannot be read", e);
        }
    }

    private void body(Operation operation, Type type, Optional<Class<? extends Record>> patched, ObjectNode body) {
        body.put("required", true);
        ObjectNode content = body.putObject("content");
        for (String media : operation.consumes()) {
            content.putObject(media).set("schema", received(operation, type, patched));
        }
    }

    private ObjectNode received(Operation operation, Type type, Optional<Class<? extends Record>> patched) {
        if (type == MergePatch.class) {
            return schemas.patch(patched.orElseThrow(() ->
                    new IllegalArgumentException("Say with @Patches what " + operation.method() + " may change")));
        }
        return type == InputStream.class ? binary() : schemas.received(type);
    }

    private void answer(Operation operation, ObjectNode responses) {
        Type type = operation.method().getGenericReturnType();
        if (type instanceof ParameterizedType wrapped && wrapped.getRawType() == Versioned.class) {
            ObjectNode answer = content(operation, wrapped.getActualTypeArguments()[0], responses.putObject("200"));
            header(answer, "ETag");
        } else if (type instanceof ParameterizedType wrapped && wrapped.getRawType() == Created.class) {
            ObjectNode answer = content(operation, wrapped.getActualTypeArguments()[0], responses.putObject("201"));
            header(answer, "Location");
            header(answer, "ETag");
        } else if (type == void.class) {
            responses.putObject("204").put("description", "Done");
        } else if (type == Response.class) {
            declared(operation, responses);
        } else {
            content(operation, type, responses.putObject("200"));
        }
    }

    /** A response is built by hand; the method says beside it what it is. */
    private void declared(Operation operation, ObjectNode responses) {
        AnswersWith said = operation.method().getAnnotation(AnswersWith.class);
        if (said == null) {
            throw new IllegalArgumentException("Say with @AnswersWith what " + operation.method() + " answers");
        }
        ObjectNode answer = responses.putObject(Integer.toString(said.status()));
        if (said.body() == void.class) {
            answer.put("description", "Done");
        } else {
            content(operation, said.body(), answer);
        }
        for (String name : said.headers()) {
            header(answer, name);
        }
    }

    private ObjectNode content(Operation operation, Type type, ObjectNode answer) {
        answer.put("description", "Done");
        for (String media : operation.produces()) {
            JsonNode schema = type == byte[].class ? binary() : schemas.sent(type);
            answer.withObjectProperty("content").putObject(media).set("schema", schema);
        }
        return answer;
    }

    private static void header(ObjectNode answer, String name) {
        answer.withObjectProperty("headers").putObject(name).putObject("schema").put("type", "string");
    }

    /** The problems that the shape of an operation makes possible; every other is the default. */
    private static Set<String> problems(Operation operation, Parameters parameters, boolean body, boolean repeatable) {
        Set<String> problems = new TreeSet<>();
        if (body || parameters.has("query")) {
            problems.add("400");
        }
        if (!operation.open()) {
            problems.add("401");
            problems.add("403");
        }
        if (parameters.has("path")) {
            problems.add("404");
        }
        if (parameters.hasNamed("If-Match")) {
            problems.addAll(Set.of("412", "428"));
        }
        if (repeatable) {
            problems.addAll(Set.of("409", "422"));
        }
        return problems;
    }

    private static void problem(ObjectNode answer) {
        answer.put("$ref", "#/components/responses/Problem");
    }

    private static ObjectNode binary() {
        return NODES.objectNode().put("type", "string").put("format", "binary");
    }
}
