@org.jspecify.annotations.NullMarked
package io.kontor.database.internal;
