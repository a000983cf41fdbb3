package io.alluse.documents;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModuleDependency;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

class ArchitectureDocumentTest {

    private static final ApplicationModules MODULES = ApplicationModules.of("io.alluse");

    @Test
    void the_modules_and_arrows_in_the_document_are_those_of_the_code() {
        String rows = MODULES.stream()
                .sorted(Comparator.comparing(module -> module.getIdentifier().toString()))
                .map(ArchitectureDocumentTest::row)
                .collect(Collectors.joining("\n"));
        GeneratedPart.of("docs/architecture.md", "modules")
                .mustBe("| module | what it is for | uses |\n|---|---|---|\n" + rows, ArchitectureDocumentTest.class);
    }

    private static String row(ApplicationModule module) {
        String name = module.getIdentifier().toString();
        return "| `" + name + "` | " + PackageText.of(name) + " | " + used(module) + " |";
    }

    /** What its classes really use, which is at most what it declares. */
    private static String used(ApplicationModule module) {
        return module.getDirectDependencies(MODULES, DependencyType.values()).stream()
                .map(ApplicationModuleDependency::getTargetModule)
                .map(target -> target.getIdentifier().toString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
