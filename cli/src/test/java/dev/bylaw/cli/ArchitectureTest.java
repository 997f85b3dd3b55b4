package dev.bylaw.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.theClass;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The process is touched in two places: the end of it in one, its streams in the other. */
@AnalyzeClasses(packages = "dev.bylaw", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_MAIN_EXITS =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class)
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule NOBODY_PRINTS_PAST_THE_SESSION =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "in");

  @ArchTest
  static final ArchRule ONLY_THE_SESSION_SEES_THE_PROCESS =
      noClasses()
          .that()
          .resideInAPackage("dev.bylaw.cli..")
          .and()
          .doNotBelongToAnyOf(Session.class)
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .accessClassesThat()
          .belongToAnyOf(java.io.FileDescriptor.class);

  @ArchTest
  static final ArchRule ANNOTATIONS_OF_PICOCLI_ARE_NOT_USED =
      noClasses().should().beAnnotatedWith("picocli.CommandLine$Command");

  @ArchTest
  static final ArchRule REPORTS_KNOW_NOTHING_OF_ARGUMENTS =
      noClasses()
          .that()
          .resideInAPackage("dev.bylaw.cli.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule ONE_CLASS_KNOWS_THE_STAGES =
      theClass(Check.class)
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("dev.bylaw.engine.check..", "dev.bylaw.engine.schema..");
}
