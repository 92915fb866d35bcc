@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"java.time.Clock\"")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.kontor.kernel.Node\"")
@NullMarked
package io.kontor.kernel.internal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Capability;
