package io.alluse.cli;

import picocli.CommandLine.IVersionProvider;

/** Prints the version that the build wrote into the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"alluse " + number()};
    }

    static String number() {
        String built = Version.class.getPackage().getImplementationVersion();
        return built == null ? "development" : built;
    }
}
