import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Joins the library features and every module's {@code src/main/feature/feature.xml} into one Karaf feature
 * repository, and adds the feature {@code kontor} that names the base: what changes only by a restart. The other modules
 * come as archives of their own and are installed by the modules engine. Run by the build: {@code java CollectFeatures.java <bundles> <libraries.xml> <target>}.
 */
final class CollectFeatures {

    /** The folders of bundles whose modules are the base. */
    private static final Set<String> BASE = Set.of("platform", "core", "ui");

    public static void main(String[] arguments) throws Exception {
        Path bundles = Path.of(arguments[0]);
        Path libraries = Path.of(arguments[1]);
        Path target = Path.of(arguments[2]);
        var builder = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
        Document all = builder.parse(libraries.toFile());
        all.getDocumentElement().setAttribute("name", "kontor");
        Element product = (Element) all.getDocumentElement().appendChild(element(all, "feature"));
        product.setAttribute("name", "kontor");
        product.setAttribute("version", "${project.version}");
        for (Path module : modules(bundles)) {
            boolean base = BASE.contains(bundles.relativize(module).getName(0).toString());
            for (String feature : append(all, builder.parse(module.toFile()).getDocumentElement(), module)) {
                if (base) {
                    product.appendChild(element(all, "feature")).setTextContent(feature);
                }
            }
        }
        Files.createDirectories(target.getParent());
        var transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        transformer.transform(new DOMSource(all), new StreamResult(target.toFile()));
    }

    private static Element element(Document all, String name) {
        return all.createElementNS(all.getDocumentElement().getNamespaceURI(), name);
    }

    private static List<Path> modules(Path bundles) throws IOException {
        try (Stream<Path> files = Files.find(bundles, 6, (path, attributes) -> path.endsWith("src/main/feature/feature.xml"))) {
            return files.sorted().collect(Collectors.toList());
        }
    }

    private static List<String> append(Document all, Element root, Path module) {
        var features = root.getElementsByTagNameNS("*", "feature");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < features.getLength(); i++) {
            Node feature = features.item(i);
            if (feature.getParentNode() == root) {
                all.getDocumentElement().appendChild(all.importNode(feature, true));
                names.add(((Element) feature).getAttribute("name"));
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException(module + " declares no <feature> inside <features>");
        }
        return names;
    }
}
