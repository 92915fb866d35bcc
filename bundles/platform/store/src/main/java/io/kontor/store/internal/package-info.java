@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kontor.store.Store\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kontor.store.Transactions\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kontor.store.WorkspaceMigrations\"")
@NullMarked
package io.kontor.store.internal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Capability;
