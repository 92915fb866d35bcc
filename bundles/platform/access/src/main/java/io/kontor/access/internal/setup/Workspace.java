package io.kontor.access.internal.setup;

import io.kontor.settings.Setting;

/**
 * What access remembers of the set-up.
 *
 * @param name the company, shown as the workspace's name; empty before the set-up
 * @param address where browsers reached the workspace then, without a slash at the end
 */
public record Workspace(@Setting(most = 200) String name, String address) {

    public Workspace() {
        this("", "");
    }
}
