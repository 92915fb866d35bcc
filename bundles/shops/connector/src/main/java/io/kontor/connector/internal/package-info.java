/** Connected shops: accounts, import, sweep, messages, documents set aside. */
@org.jspecify.annotations.NullMarked
package io.kontor.connector.internal;
