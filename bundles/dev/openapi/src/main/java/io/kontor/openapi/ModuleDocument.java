package io.kontor.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.rest.internal.ApiDocument;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The description of one module: its own paths and types, and the parts that all modules share. */
final class ModuleDocument {

    private ModuleDocument() {}

    /** @param comments what the module's sources say */
    static ObjectNode of(List<Resource> resources, Comments comments) throws IOException {
        List<Operation> operations = resources.stream()
                .flatMap(ModuleDocument::operations)
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::verb))
                .toList();
        // A type that is both sent and received has two schemas where what may be left out differs.
        Schemas first = new Schemas();
        write(operations, first, comments);
        Map<Class<?>, String> names = Names.of(first.all());
        Schemas second = new Schemas(names, first.both(), comments);
        write(operations, second, comments);
        return write(operations, new Schemas(names, second.differing(), comments), comments);
    }

    private static Stream<Operation> operations(Resource resource) {
        return Stream.of(resource.type().getMethods())
                .flatMap(method -> Operation.verb(method).stream().map(verb -> new Operation(resource, verb, method)));
    }

    private static ObjectNode write(List<Operation> operations, Schemas schemas, Comments comments) throws IOException {
        ObjectNode document = ApiDocument.base();
        ObjectNode paths = document.putObject("paths");
        OperationWriter writer = new OperationWriter(schemas, comments);
        for (Operation operation : operations) {
            paths.withObjectProperty(operation.path()).set(operation.verb(), writer.write(operation));
        }
        document.withObject("/components/schemas").setAll(schemas.named());
        return document;
    }
}
