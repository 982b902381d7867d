package pl.paragon.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "pl.paragon.contracts", importOptions = ImportOption.DoNotIncludeTests.class)
class ContractsKnowOnlyTheJdkAndJacksonTest {

    @ArchTest
    static final ArchRule shouldKnowOnlyTheJdkAndJackson = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.fasterxml.jackson..", "pl.paragon.contracts..")
            .because("every service carries the contracts; what needs a framework belongs in shared-runtime");

    @ArchTest
    static final ArchRule shouldBeFreeOfCycles = slices().matching("pl.paragon.contracts.(*)..")
            .should()
            .beFreeOfCycles()
            .because("json reads event, so nothing in event may know json");
}
