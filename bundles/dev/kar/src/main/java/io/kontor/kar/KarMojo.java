package io.kontor.kar;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Packs the bundles that the module's feature names into {@code target/<artifact>-<version>.kar}, beside its jar. */
@Mojo(
        name = "kar",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class KarMojo extends AbstractMojo {

    private static final String TYPE = "kar";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${project.basedir}/src/main/feature/feature.xml", required = true)
    private File feature;

    @Override
    public void execute() throws MojoExecutionException {
        String version = project.getVersion();
        String name = project.getArtifactId() + "-" + version;
        Path target = Path.of(project.getBuild().getDirectory(), name + "." + TYPE);
        String place = project.getGroupId().replace('.', '/') + "/" + project.getArtifactId() + "/" + version + "/"
                + name + "-features.xml";
        try {
            String description = Files.readString(feature.toPath()).replace("${project.version}", version);
            Kar.of(description, place, this::file).write(target);
        } catch (IOException e) {
            throw new MojoExecutionException("The archive of " + project.getArtifactId() + " cannot be made", e);
        }
        Artifact archive = new DefaultArtifact(
                project.getGroupId(),
                project.getArtifactId(),
                version,
                null,
                TYPE,
                null,
                new DefaultArtifactHandler(TYPE));
        archive.setFile(target.toFile());
        attach(archive);
    }

    /** Maven's own helper for this, which would have to be injected, calls the same. */
    @SuppressWarnings("deprecation")
    private void attach(Artifact archive) {
        project.addAttachedArtifact(archive);
    }

    private Path file(String group, String artifact, String version) throws IOException {
        Artifact found = same(project.getArtifact(), group, artifact)
                ? project.getArtifact()
                : project.getArtifacts().stream()
                        .filter(dependency -> same(dependency, group, artifact))
                        .findFirst()
                        .orElseThrow(() -> new IOException("The module does not depend on " + group + ":" + artifact));
        if (!found.getBaseVersion().equals(version)) {
            throw new IOException("The feature names " + artifact + " " + version + ", the module depends on "
                    + found.getBaseVersion());
        }
        File file = found.getFile();
        if (file == null || !file.isFile()) {
            throw new IOException(artifact + " has no jar yet: build up to the phase package");
        }
        return file.toPath();
    }

    /** Test jars and the like have a classifier. */
    private static boolean same(Artifact artifact, String group, String name) {
        return artifact.getGroupId().equals(group)
                && artifact.getArtifactId().equals(name)
                && !artifact.hasClassifier();
    }
}
