package dev.bylaw.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * What keeps the engine pure, so that it is the same program in the browser, and its stages apart,
 * so that what was not checked cannot be evaluated.
 */
@AnalyzeClasses(packages = "dev.bylaw.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final List<String> ABSENT =
      List.of("format", "formatted", "lines", "indent", "transform");

  private static final DescribedPredicate<JavaMethodCall> ABSENT_FROM_THE_BROWSER =
      DescribedPredicate.describe(
          "the methods of String that differ in the browser or are missing there",
          call ->
              call.getTargetOwner().isEquivalentTo(String.class)
                  && ABSENT.contains(call.getName()));

  private static final DescribedPredicate<JavaCall<?>> CASE_BY_LOCALE =
      DescribedPredicate.describe(
          "a change of case, which a locale decides",
          call ->
              call.getTargetOwner().isEquivalentTo(String.class)
                  && List.of("toUpperCase", "toLowerCase").contains(call.getName()));

  private static final DescribedPredicate<JavaClass> THE_VALUES_THAT_COMPARE =
      DescribedPredicate.describe(
          "what values mean",
          type ->
              List.of("Quantity", "Glob", "ImagePattern", "LabelSelector", "CapabilitySet")
                  .contains(type.getSimpleName()));

  @ArchTest
  static final ArchRule NOTHING_THE_BROWSER_LACKS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.regex..",
              "java.nio.file..",
              "java.nio.channels..",
              "java.lang.reflect..",
              "java.lang.invoke.MethodHandles",
              "java.util.concurrent..",
              "java.net..",
              "java.time..",
              "java.text..",
              "java.security..")
          .orShould()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "files, threads, locales or chance",
                  type ->
                      List.of(
                              "java.io.File",
                              "java.io.FileInputStream",
                              "java.lang.Thread",
                              "java.lang.ThreadLocal",
                              "java.lang.Runtime",
                              "java.lang.ProcessBuilder",
                              "java.util.Locale",
                              "java.util.Random",
                              "java.util.UUID")
                          .contains(type.getName())));

  @ArchTest
  static final ArchRule NO_SYSTEM_AND_NO_FORMAT =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Class.class, "forName", String.class)
          .orShould()
          .callMethodWhere(ABSENT_FROM_THE_BROWSER)
          .orShould()
          .callCodeUnitWhere(CASE_BY_LOCALE);

  @ArchTest
  static final ArchRule YAML_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.bylaw.engine.manifest")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.yaml..");

  @ArchTest
  static final ArchRule NO_ANTLR =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.antlr..", "dev.bylaw.grammar.antlr..");

  @ArchTest
  static final ArchRule THE_EVALUATOR_KNOWS_NO_CHECKER =
      noClasses()
          .that()
          .resideInAPackage("dev.bylaw.engine.evaluate")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.bylaw.engine.check");

  @ArchTest
  static final ArchRule THE_CHECKER_KNOWS_NO_EVALUATOR =
      noClasses()
          .that()
          .resideInAPackage("dev.bylaw.engine.check")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.bylaw.engine.evaluate", "dev.bylaw.engine.finding");

  @ArchTest
  static final ArchRule THE_POLICY_IS_DATA =
      noClasses()
          .that()
          .resideInAPackage("dev.bylaw.engine.policy")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.bylaw.engine.check",
              "dev.bylaw.engine.evaluate",
              "dev.bylaw.engine.finding",
              "dev.bylaw.engine.schema");

  @ArchTest
  static final ArchRule VALUES_AND_MANIFESTS_KNOW_NO_RULES =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.bylaw.engine.value",
              "dev.bylaw.engine.capability",
              "dev.bylaw.engine.type",
              "dev.bylaw.engine.schema",
              "dev.bylaw.engine.manifest")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.bylaw.engine.policy",
              "dev.bylaw.engine.check",
              "dev.bylaw.engine.evaluate",
              "dev.bylaw.engine.finding");

  /**
   * The witnesses of a verdict ask for it and do not find it anew; {@code Fit} only asks whether a
   * text is of its type, {@code Selection} is a part of the truth, and {@code Waivers} look for the
   * objects that they name.
   */
  @ArchTest
  static final ArchRule ONLY_THE_TRUTH_COMPARES =
      noClasses()
          .that()
          .resideInAPackage("dev.bylaw.engine.evaluate")
          .and()
          .doNotHaveSimpleName("Truth")
          .and()
          .doNotHaveSimpleName("Comparing")
          .and()
          .doNotHaveSimpleName("Selection")
          .and()
          .doNotHaveSimpleName("Fit")
          .and()
          .doNotHaveSimpleName("Witnesses")
          .and()
          .doNotHaveSimpleName("Waivers")
          .should()
          .dependOnClassesThat(THE_VALUES_THAT_COMPARE);

  @ArchTest
  static final ArchRule NO_REGEX_BUT_IN_THE_TRUTH =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Truth")
          .and()
          .haveSimpleNameNotEndingWith("Planner")
          .and()
          .haveSimpleNameNotEndingWith("Plan")
          .and()
          .haveSimpleNameNotEndingWith("Operators")
          .and()
          .haveSimpleNameNotEndingWith("Patterns")
          // These two read an expression that somebody wrote, to say what is wrong with it.
          .and()
          .haveSimpleNameNotEndingWith("Literals")
          .and()
          .haveSimpleNameNotEndingWith("SettingReader")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.re2j..");
}
