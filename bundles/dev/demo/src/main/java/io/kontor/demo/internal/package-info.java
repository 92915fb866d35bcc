/**
 * Sample data that came the real way: a fake shop opens, is connected, and its buyers order, pay, cancel and complain
 * while the clock walks through the last sixty days. Nothing of it runs unless a workspace was set up with demo data.
 */
@org.jspecify.annotations.NullMarked
package io.kontor.demo.internal;
