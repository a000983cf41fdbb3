# Sourced by mvnw and alluse: sets JAVA_HOME to a JDK 25, or says what to install and exits with 7.
is_jdk_25() {
    [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null
}

find_jdk() {
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-}"/.sdkman/candidates/java/* \
        "${HOME:-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if is_jdk_25 "$home"; then
            echo "$home"
            return
        fi
    done
}

JAVA_HOME=$(find_jdk)
if [ -z "$JAVA_HOME" ]; then
    echo "alluse: no JDK 25 found in JAVA_HOME or /usr/lib/jvm; install one (Debian: a temurin-25-jdk or openjdk-25-jdk package) or set JAVA_HOME" >&2
    exit 7
fi
export JAVA_HOME
