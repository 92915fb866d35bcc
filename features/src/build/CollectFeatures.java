import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
 * repository, and adds the feature {@code kontor} that names every module. Run by the build: {@code java CollectFeatures.java <bundles> <libraries.xml> <target>}.
 */
final class CollectFeatures {

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
            append(all, product, builder.parse(module.toFile()).getDocumentElement(), module);
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

    private static void append(Document all, Element product, Element root, Path module) {
        var features = root.getElementsByTagNameNS("*", "feature");
        int found = 0;
        for (int i = 0; i < features.getLength(); i++) {
            Node feature = features.item(i);
            if (feature.getParentNode() == root) {
                all.getDocumentElement().appendChild(all.importNode(feature, true));
                product.appendChild(element(all, "feature")).setTextContent(((Element) feature).getAttribute("name"));
                found++;
            }
        }
        if (found == 0) {
            throw new IllegalArgumentException(module + " declares no <feature> inside <features>");
        }
    }
}
