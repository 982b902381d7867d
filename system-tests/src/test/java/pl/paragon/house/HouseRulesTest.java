package pl.paragon.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house over all modules' classes. Each message says how to fix a violation. */
class HouseRulesTest {

    private static final List<String> MODULES = List.of(
            "shared-contracts",
            "shared-runtime",
            "worker-runtime",
            "api-service",
            "ocr-worker",
            "analysis-worker",
            "operations",
            "persistence-worker",
            "backing-servers",
            "s3-server",
            "running-paragon",
            "local-stack",
            "test-support",
            "benchmarks",
            "chaos");
    private static final List<String> SERVICES =
            List.of("pl.paragon.api", "pl.paragon.ocr", "pl.paragon.analysis", "pl.paragon.persistence");
    private static final Set<Class<?>> CLOCKS = Set.of(Instant.class, LocalDate.class, LocalDateTime.class);

    private static JavaClasses house;

    @BeforeAll
    static void readAllClasses() {
        Path root = Path.of("").toAbsolutePath().getParent();
        List<Path> built = MODULES.stream()
                .map(m -> root.resolve(m).resolve("target/classes"))
                .toList();
        assertThat(built).as("build all modules first").allMatch(Files::isDirectory);
        house = new ClassFileImporter().importPaths(built);
    }

    @TestFactory
    Stream<DynamicTest> shouldBeKept() {
        return Stream.of(
                        onlyStagesAndProjectorsConsume(),
                        onlyThePublisherEmits(),
                        metricsAreListedInOnePlace(),
                        persistenceStaysInItsModule(),
                        servicesDoNotKnowEachOther(),
                        theGatewaysCoreKnowsNoHttp(),
                        oneClientAsksPersistenceWorker(),
                        everyEndpointSaysWhoMayCallIt(),
                        nothingKnowsTheLocalStack(),
                        noAmbientClock(),
                        noNamesThatSayNothing(),
                        noFieldInjection(),
                        noCyclesBetweenPackages())
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(house)));
    }

    private static ArchRule onlyStagesAndProjectorsConsume() {
        return methods()
                .that()
                .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
                .should()
                .beDeclaredInClassesThat(simpleNameEndingWith("Stage").or(simpleNameEndingWith("Projector")))
                .because("a reader finds every consumer by these two names: rename the class after what it does");
    }

    private static ArchRule onlyThePublisherEmits() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("pl.paragon.runtime.publish..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "io\\.smallrye\\.reactive\\.messaging\\.MutinyEmitter|org\\.eclipse\\.microprofile\\.reactive\\.messaging\\.Emitter")
                .because("only EventPublisher publishes facts, since it waits for the broker's acknowledgement");
    }

    private static ArchRule metricsAreListedInOnePlace() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("pl.paragon.runtime.metrics..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.micrometer\\.core\\.instrument\\.[A-Za-z]+\\$Builder")
                .orShould()
                .callMethodWhere(target(owner(name("io.micrometer.core.instrument.MeterRegistry")))
                        .and(target(nameMatching("counter|gauge.*|timer|summary|more"))))
                .because("an operator finds every metric on one page, which is made from Metric: add yours there");
    }

    private static ArchRule persistenceStaysInItsModule() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("pl.paragon.persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
                .because("persistence-worker is the only owner of PostgreSQL: ask it by a fact");
    }

    private static ArchRule servicesDoNotKnowEachOther() {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass c) {
                        return SERVICES.stream()
                                .filter(service ->
                                        resideInAPackage(service + "..").test(c))
                                .findFirst()
                                .map(SliceIdentifier::of)
                                .orElseGet(SliceIdentifier::ignore);
                    }

                    @Override
                    public String getDescription() {
                        return "services";
                    }
                })
                .should()
                .notDependOnEachOther()
                .because(
                        "what two services share is a contract: it belongs in shared-contracts, shared-runtime or worker-runtime");
    }

    private static ArchRule theGatewaysCoreKnowsNoHttp() {
        return noClasses()
                .that()
                .resideInAPackage("pl.paragon.api..")
                .and(not(resideInAnyPackage(inGateway("http", "error", "push", "v2", "v3"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..", "io.vertx.core.http..", "io.vertx.ext.web..", "org.jboss.resteasy..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(inGateway("http", "error", "push", "v2", "v3"))
                .because(
                        "requests and answers belong to an edge such as v3: pass values in, and return a sealed type that"
                                + " the edge turns into a body");
    }

    private static ArchRule oneClientAsksPersistenceWorker() {
        return noClasses()
                .that()
                .resideInAPackage("pl.paragon.api..")
                .and()
                .resideOutsideOfPackage("pl.paragon.api.persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .because("how long it may take, and what an outage is, is said once: ask by PersistenceWorker");
    }

    private static ArchRule everyEndpointSaysWhoMayCallIt() {
        return methods()
                .that()
                .areDeclaredInClassesThat(resideInAPackage("pl.paragon.api.."))
                .and(answerARequest())
                .should()
                .beAnnotatedWith("io.quarkus.security.PermissionsAllowed")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.security.PermitAll")
                .because("an endpoint that nobody thought about is open to strangers: demand a scope by"
                        + " @PermissionsAllowed(Scope.Id…), or say @PermitAll if it shows nothing of anybody's");
    }

    private static DescribedPredicate<CanBeAnnotated> answerARequest() {
        return Stream.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
                .map(method -> annotatedWith("jakarta.ws.rs." + method))
                .reduce((one, other) -> one.or(other))
                .orElseThrow()
                .as("answer a request");
    }

    private static String[] inGateway(String... features) {
        return Stream.of(features)
                .map(feature -> "pl.paragon.api." + feature + "..")
                .toArray(String[]::new);
    }

    private static ArchRule nothingKnowsTheLocalStack() {
        return noClasses()
                .that(not(resideInAPackage("pl.paragon.localstack..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("pl.paragon.localstack..")
                .because("the local stack starts everything and is needed by nothing");
    }

    private static ArchRule noAmbientClock() {
        ArchCondition<JavaClass> readTheTimeAmbiently = new ArchCondition<>("read the time ambiently") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getAccessesFromSelf().stream()
                        .filter(HouseRulesTest::readsTheTime)
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
        return noClasses()
                .that()
                .resideOutsideOfPackages("pl.paragon.servers..", "pl.paragon.localstack..")
                .should(readTheTimeAmbiently)
                .because("time comes from an injected java.time.Clock, so that a test can set it");
    }

    private static boolean readsTheTime(JavaAccess<?> access) {
        boolean withoutClock = access.getTarget().getName().equals("now")
                && CLOCKS.stream().anyMatch(c -> access.getTargetOwner().isEquivalentTo(c))
                && access.getTarget() instanceof CodeUnitCallTarget call
                && call.getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(Clock.class));
        boolean ofTheSystem = access.getTargetOwner().isEquivalentTo(System.class)
                && access.getTarget().getName().equals("currentTimeMillis");
        return withoutClock || ofTheSystem;
    }

    private static ArchRule noNamesThatSayNothing() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Base)")
                .because("a name says what the class does, not that it helps");
    }

    private static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .because("a class that is made with new in a test takes what it needs in its constructor");
    }

    private static ArchRule noCyclesBetweenPackages() {
        return slices().matching("(pl.paragon.*.*)..")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one package, or hide a third");
    }
}
