package dev.bylaw.grammar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What keeps the grammar portable to the browser and ANTLR in its one place. */
@AnalyzeClasses(
    packages = "dev.bylaw.grammar",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final List<String> ABSENT =
      List.of("format", "formatted", "lines", "indent", "transform");

  private static final DescribedPredicate<JavaMethodCall> ABSENT_FROM_THE_BROWSER =
      DescribedPredicate.describe(
          "the methods of String that differ in the browser or are missing there",
          call ->
              call.getTargetOwner().isEquivalentTo(String.class)
                  && ABSENT.contains(call.getName()));

  @ArchTest
  static final ArchRule ANTLR_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.bylaw.grammar.antlr")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.antlr..");

  @ArchTest
  static final ArchRule NOTHING_THE_BROWSER_LACKS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.regex..",
              "java.nio.file..",
              "java.lang.reflect..",
              "java.util.concurrent..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.File")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Locale");

  @ArchTest
  static final ArchRule NO_OUTPUT_AND_NO_FORMAT =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethodWhere(ABSENT_FROM_THE_BROWSER);
}
