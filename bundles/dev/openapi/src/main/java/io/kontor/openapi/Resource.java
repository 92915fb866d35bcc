package io.kontor.openapi;

/**
 * A JAX-RS resource of a module.
 *
 * @param module the module that has the class
 * @param endpoint the first part of its paths below {@code /api}, which mostly is the module
 */
record Resource(String module, String endpoint, Class<?> type) {

    /** {@code deal} of {@code DealResource}. */
    String subject() {
        String name = type.getSimpleName().replaceFirst("Resource$", "");
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
