package io.kontor.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The entity classes that a {@code META-INF/persistence.xml} lists for a unit. */
final class PersistenceXml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private PersistenceXml() {}

    /** Empty if the file has no unit of this name. */
    static List<String> entities(URL file, String unit) {
        NodeList units = parse(file).getElementsByTagNameNS("*", "persistence-unit");
        return elements(units)
                .filter(element -> element.getAttribute("name").equals(unit))
                .flatMap(element -> elements(element.getElementsByTagNameNS("*", "class")))
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }

    private static Document parse(URL file) {
        try (InputStream content = file.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            return factory.newDocumentBuilder().parse(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(file + " is not well-formed: " + e.getMessage(), e);
        }
    }
}
