package dev.coffey.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the architecture: cli → lab → kernel → nn → api; plugins see api and nn alone. */
@AnalyzeClasses(packages = "dev.coffey", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.coffey..")
          .layer("api")
          .definedBy("dev.coffey.api..")
          .layer("nn")
          .definedBy("dev.coffey.nn..")
          .layer("kernel")
          .definedBy("dev.coffey.kernel..")
          .layer("lab")
          .definedBy("dev.coffey.lab..")
          .layer("cli")
          .definedBy("dev.coffey.cli..")
          .layer("plugins")
          .definedBy("dev.coffey.plugins..")
          .layer("bundles")
          .definedBy("dev.coffey.bundles..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("lab")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("kernel")
          .mayOnlyBeAccessedByLayers("lab", "cli")
          .whereLayer("nn")
          .mayOnlyBeAccessedByLayers("kernel", "lab", "cli", "plugins", "bundles")
          .whereLayer("plugins")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("bundles")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule ONLY_KERNEL_AND_BUNDLES_KNOW_OSGI =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.coffey.kernel..", "dev.coffey.bundles..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.osgi.framework..", "org.apache.felix..");

  @ArchTest
  static final ArchRule NOTHING_ABOVE_NN_NAMES_AN_ENGINE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.coffey.bundles..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl.mxnet..", "ai.djl.pytorch..", "ai.djl.onnxruntime..");

  @ArchTest
  static final ArchRule PLUGINS_DO_NOT_KNOW_EACH_OTHER =
      slices().matching("dev.coffey.plugins.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
      slices().matching("dev.coffey.(*).(*)..").should().beFreeOfCycles();
}
