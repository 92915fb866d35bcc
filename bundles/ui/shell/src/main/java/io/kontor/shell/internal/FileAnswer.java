package io.kontor.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Answers with a built file: as it was compressed at build time, where the browser takes that. */
final class FileAnswer {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "png", "image/png",
            "svg", "image/svg+xml",
            "woff", "font/woff",
            "woff2", "font/woff2");

    /** Best first. */
    private static final List<Encoding> ENCODINGS = List.of(new Encoding("br", ".br"), new Encoding("gzip", ".gz"));

    private record Encoding(String name, String suffix) {}

    private record Found(URL url, Optional<String> encoding) {}

    private FileAnswer() {}

    /** Writes the file, or answers 404 where the folder has none of that name or its type is not served. */
    static void write(Files files, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        Optional<Found> found = type == null ? Optional.empty() : choose(files, name, request);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(type);
        response.setHeader("Vary", "Accept-Encoding");
        found.get().encoding().ifPresent(encoding -> response.setHeader("Content-Encoding", encoding));
        copy(found.get().url(), response);
    }

    private static Optional<Found> choose(Files files, String name, HttpServletRequest request) {
        Optional<URL> plain = files.find(name);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        for (Encoding encoding : ENCODINGS) {
            Optional<URL> compressed =
                    accepts(request, encoding.name()) ? files.find(name + encoding.suffix()) : Optional.empty();
            if (compressed.isPresent()) {
                return compressed.map(url -> new Found(url, Optional.of(encoding.name())));
            }
        }
        return plain.map(url -> new Found(url, Optional.empty()));
    }

    /** RFC 9110, 12.5.3, as far as browsers use it: a list of names, of which one with {@code q=0} is refused. */
    private static boolean accepts(HttpServletRequest request, String encoding) {
        String header = request.getHeader("Accept-Encoding");
        if (header == null) {
            return false;
        }
        for (String item : header.split(",")) {
            String[] parts = item.strip().split(";");
            if (parts[0].strip().equalsIgnoreCase(encoding)) {
                return parts.length < 2 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static void copy(URL url, HttpServletResponse response) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        long length = connection.getContentLengthLong();
        if (length >= 0) {
            response.setContentLengthLong(length);
        }
        try (InputStream content = connection.getInputStream()) {
            content.transferTo(response.getOutputStream());
        }
    }
}
