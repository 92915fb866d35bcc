/** The operator's doors: backups and their restoring, the doctor, a stop, and data of an earlier release. */
@org.jspecify.annotations.NullMarked
package io.kontor.it.doors;
