package io.kontor.rest;

import java.lang.reflect.Method;

/**
 * One JAX-RS operation of an endpoint that is about to open.
 *
 * @param module the module, which is the first part of the path below {@code /api}
 * @param httpMethod for example {@code POST}
 * @param path the template of the whole path, for example {@code /api/pipeline/deals/{id}}
 * @param method the annotated method of the resource class
 */
public record Operation(String module, String httpMethod, String path, Method method) {

    /** Whether the operation changes anything, by its HTTP method (RFC 9110, 9.2.1). */
    public boolean writes() {
        return !httpMethod.equals("GET") && !httpMethod.equals("HEAD") && !httpMethod.equals("OPTIONS");
    }
}
