/**
 * Backups of a running product and their restoring. A {@link io.kontor.backup.internal.BackupRun} copies every database
 * of the installation as it stood at one moment ({@link io.kontor.backup.internal.Snapshot}) into one zip file and reads
 * that file again; a {@link io.kontor.backup.internal.RestoreRun} fills an empty folder from it and compares.
 */
@org.jspecify.annotations.NullMarked
package io.kontor.backup.internal;
