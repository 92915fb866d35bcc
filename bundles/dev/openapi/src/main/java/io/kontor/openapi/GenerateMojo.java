package io.kontor.openapi;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.rest.internal.ApiDocument;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Writes the description of a module's resources beside its classes. */
@Mojo(
        name = "generate",
        // After the components are written, before the pages are built, which take their types from the description.
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends AbstractMojo {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public void execute() throws MojoExecutionException {
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        Path target = classes.resolve(ApiDocument.ENTRY);
        try (URLClassLoader loader = new URLClassLoader(classPath(), getClass().getClassLoader())) {
            List<Resource> resources = Resources.of(classes, project.getArtifactId(), loader);
            List<Path> sources =
                    project.getCompileSourceRoots().stream().map(Path::of).toList();
            ObjectNode document = ModuleDocument.of(resources, Comments.in(sources));
            Files.createDirectories(target.getParent());
            JSON.writeValue(target.toFile(), document);
            getLog().debug(target + ": " + document.path("paths").size() + " paths");
        } catch (IllegalArgumentException
                | IOException
                | ReflectiveOperationException
                | DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("The resources of " + project.getArtifactId() + " cannot be described", e);
        }
    }

    private URL[] classPath() throws DependencyResolutionRequiredException, MalformedURLException {
        List<String> elements = project.getCompileClasspathElements();
        URL[] urls = new URL[elements.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = Path.of(elements.get(i)).toUri().toURL();
        }
        return urls;
    }
}
