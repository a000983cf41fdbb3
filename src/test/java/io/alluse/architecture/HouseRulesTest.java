package io.alluse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people would otherwise have to remember; each rule is seen to fail on a breach planted for it. */
class HouseRulesTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ModularityTest.ROOT);
    private static final JavaClasses BREACHES =
            new ClassFileImporter().importPackages(HouseRulesTest.class.getPackageName() + ".breach");

    private static final DescribedPredicate<JavaClass> RULE = describe("are rules", HouseRulesTest::isRule);
    private static final DescribedPredicate<JavaClass> STORE = describe("are stores", type -> isA(type, "Store"));
    private static final DescribedPredicate<JavaClass> AT_THE_DATABASE = STORE.or(
                    resideInAnyPackage("io.alluse.sql..", "io.alluse.database.."))
            .or(describe("wire the framework", type -> isA(type, "JobContext")));

    private static boolean isRule(JavaClass type) {
        return isA(type, "Rule");
    }

    /** A class of this suffix, or one that is written inside it. */
    private static boolean isA(JavaClass type, String suffix) {
        return type.getSimpleName().endsWith(suffix)
                || type.getEnclosingClass().map(outer -> isA(outer, suffix)).orElse(false);
    }

    static List<ArchRule> rules() {
        return RULES;
    }

    private static final List<ArchRule> RULES = List.of(
            classes()
                    .that(RULE)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(
                            "java.lang..",
                            "java.math..",
                            "java.time..",
                            "java.util..",
                            "io.alluse..",
                            "org.jspecify.."))
                    .as("a rule knows values only"),
            noClasses()
                    .that(RULE)
                    .should()
                    .dependOnClassesThat(simpleNameEndingWith("Store")
                            .or(simpleNameEndingWith("Job"))
                            .or(simpleNameEndingWith("Ledger")))
                    .as("a rule reads and posts nothing"),
            classes()
                    .that(RULE)
                    .and()
                    .areTopLevelClasses()
                    .should()
                    .haveModifier(JavaModifier.FINAL)
                    .andShould()
                    .haveOnlyPrivateConstructors()
                    .as("a rule is a final class that nobody makes"),
            noClasses()
                    .that(DescribedPredicate.not(resideInAnyPackage("io.alluse.run..", "io.alluse.sweep.."))
                            .and(DescribedPredicate.not(wireJobs())))
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.springframework.batch.."))
                    .as("only run and sweep know Spring Batch"),
            noClasses()
                    .that(DescribedPredicate.not(AT_THE_DATABASE))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.springframework.jdbc..", "java.sql.."))
                    .as("only stores, sql and database speak JDBC"),
            classes()
                    .that(describe(
                            "are stores, jobs or rules",
                            type -> type.getSimpleName().endsWith("Store") || isRule(type)))
                    .and()
                    .areTopLevelClasses()
                    .should()
                    .bePackagePrivate()
                    .as("stores and rules are package-private"),
            noClasses().should().callMethodWhere(nowOnTime()).as("nobody looks at a clock that was not handed in"),
            noFields()
                    .that()
                    .areDeclaredInClassesThat(
                            DescribedPredicate.not(resideInAnyPackage("io.alluse.bench..", "io.alluse.cli..")))
                    .should()
                    .haveRawType(double.class)
                    .orShould()
                    .haveRawType(float.class)
                    .as("money is never floating point"),
            noClasses()
                    .that(DescribedPredicate.not(resideInAPackage("io.alluse.cli..")))
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .as("only the command line prints"));

    private static DescribedPredicate<JavaClass> wireJobs() {
        return describe("wire a job", type -> isA(type, "Job"));
    }

    private static DescribedPredicate<JavaCall<?>> nowOnTime() {
        return describe(
                "now() of java.time",
                call -> call.getTarget().getName().equals("now")
                        && call.getTargetOwner().getPackageName().startsWith("java.time"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void our_code_keeps(ArchRule rule) {
        rule.check(OURS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_planted_breach_is_found(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(BREACHES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was violated");
    }
}
