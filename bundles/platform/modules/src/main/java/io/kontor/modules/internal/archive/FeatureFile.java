package io.kontor.modules.internal.archive;

import io.kontor.kernel.KontorException;
import io.kontor.modules.internal.ModuleReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Karaf's description of a feature, of which only the bundles are of interest. */
final class FeatureFile {

    private static final Pattern MAVEN = Pattern.compile("mvn:([\\w.-]+)/([\\w.-]+)/([\\w.-]+)");

    private FeatureFile() {}

    /** Where the bundles of the feature stand below {@code repository/}. */
    static List<String> bundles(byte[] xml) {
        NodeList named = parse(xml).getElementsByTagNameNS("*", "bundle");
        List<String> places = new ArrayList<>();
        for (int i = 0; i < named.getLength(); i++) {
            String location = named.item(i).getTextContent().strip();
            Matcher maven = MAVEN.matcher(location);
            if (!maven.matches()) {
                throw wrong("a bundle is named as mvn:<group>/<artifact>/<version>, not " + location, null);
            }
            String artifact = maven.group(2);
            String version = maven.group(3);
            places.add(maven.group(1).replace('.', '/') + "/" + artifact + "/" + version + "/" + artifact + "-"
                    + version + ".jar");
        }
        if (places.isEmpty()) {
            throw wrong("it names no bundle", null);
        }
        return places;
    }

    private static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The platform's XML parser cannot be told to refuse document types", e);
        }
    }

    private static KontorException wrong(String problem, @Nullable Exception cause) {
        return ArchiveBroken.because(ModuleReason.FEATURE, Map.of("problem", problem), cause);
    }

    /** The platform's own prints to the error output. */
    private static final class Throwing implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {
            // A warning does not keep the bundles from being read.
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
