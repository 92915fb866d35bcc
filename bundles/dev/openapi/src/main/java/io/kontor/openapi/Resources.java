package io.kontor.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Finds a module's resources as the running product does: by the properties of its Declarative Services components. */
final class Resources {

    private Resources() {}

    static List<Resource> of(Path classes, String artifact, ClassLoader loader)
            throws IOException, ReflectiveOperationException {
        String module = artifact.replaceFirst("^kontor-", "");
        List<Resource> resources = new ArrayList<>();
        for (Path component : components(classes)) {
            Element root = parse(component).getDocumentElement();
            Map<String, String> properties = properties(root);
            if ("true".equals(properties.get("kontor.rest.resource"))) {
                String path = properties.getOrDefault("kontor.rest.path", "");
                resources.add(new Resource(module, path.isEmpty() ? module : path, implementation(root, loader)));
            }
        }
        if (resources.isEmpty()) {
            throw new IOException("There is no component with @RestResource in " + classes);
        }
        return resources;
    }

    private static List<Path> components(Path classes) throws IOException {
        Path folder = classes.resolve("OSGI-INF");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private static Document parse(Path component) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(component.toFile());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(component + " is not a component", e);
        }
    }

    private static Map<String, String> properties(Element root) {
        Map<String, String> properties = new HashMap<>();
        NodeList elements = root.getElementsByTagName("property");
        for (int i = 0; i < elements.getLength(); i++) {
            Element property = (Element) elements.item(i);
            properties.put(property.getAttribute("name"), property.getAttribute("value"));
        }
        return properties;
    }

    private static Class<?> implementation(Element root, ClassLoader loader) throws ClassNotFoundException {
        Element implementation =
                (Element) root.getElementsByTagName("implementation").item(0);
        return Class.forName(implementation.getAttribute("class"), false, loader);
    }
}
