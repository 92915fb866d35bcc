package io.kontor.it.modules;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.access.RequiresPermission;
import io.kontor.events.Events;
import io.kontor.jobs.Jobs;
import io.kontor.kernel.ModuleDescriptor;
import io.kontor.pipeline.Deals;
import io.kontor.rest.RestResource;
import io.kontor.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.osgi.framework.BundleActivator;
import org.osgi.service.component.annotations.Component;

/** Makes a module of one bundle out of packages of these tests, with the bnd that makes those of the product. */
final class BundleMaker {

    /** Where bnd finds the packages and what they import. */
    private static final List<File> CLASS_PATH = Stream.of(
                    BundleMaker.class,
                    ModuleDescriptor.class,
                    Store.class,
                    Events.class,
                    Jobs.class,
                    RestResource.class,
                    RequiresPermission.class,
                    Deals.class,
                    ObjectMapper.class,
                    javax.ws.rs.Path.class,
                    BundleActivator.class,
                    Component.class,
                    NullMarked.class)
            .map(BundleMaker::home)
            .toList();

    private final String module;
    private final String version;
    private final Builder builder = new Builder();

    private BundleMaker(String module, String version) {
        this.module = module;
        this.version = version;
        builder.setBundleSymbolicName("io.kontor." + module);
        builder.setBundleVersion(version);
        builder.setProperty(Constants.NOEXTRAHEADERS, "true");
        builder.setProperty(Constants.REPRODUCIBLE, "true");
        builder.setProperty("-noimportjava", "true");
        builder.setProperty(
                Constants.FIXUPMESSAGES, "\"Classes found in the wrong directory\";is:=ignore,\"Export *\";is:=ignore");
    }

    static BundleMaker of(String module, String version) {
        return new BundleMaker(module, version);
    }

    /** Sets a header of the manifest, or an instruction of bnd. */
    BundleMaker with(String header, String value) {
        builder.setProperty(header, value);
        return this;
    }

    /** These packages are inside and seen by nobody else. */
    BundleMaker containing(String packages) {
        return with(Constants.PRIVATE_PACKAGE, packages);
    }

    /** A text file inside, such as a migration. */
    BundleMaker withText(String path, String text) {
        String before = builder.getProperty(Constants.INCLUDERESOURCE, "");
        String one = path + ";literal='" + text + "'";
        return with(Constants.INCLUDERESOURCE, before.isEmpty() ? one : before + "," + one);
    }

    byte[] bundle() throws IOException {
        try (builder) {
            builder.setClasspath(CLASS_PATH.toArray(File[]::new));
            Jar jar = builder.build();
            if (!builder.isOk()) {
                throw new IllegalStateException(module + ": " + builder.getErrors() + builder.getWarnings());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            jar.write(out);
            return out.toByteArray();
        } catch (IOException | IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("bnd cannot make " + module, e);
        }
    }

    Kar kar() throws IOException {
        return Kar.of(module, version, bundle());
    }

    private static File home(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
