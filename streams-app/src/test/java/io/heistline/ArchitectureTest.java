package io.heistline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The core is pure: what reads, links, values, resolves and totals knows nothing of Kafka or the
 * clock.
 */
class ArchitectureTest {
  private static final String[] CORE = {
    "io.heistline.knowledge..",
    "io.heistline.reading..",
    "io.heistline.linking..",
    "io.heistline.valuing..",
    "io.heistline.resolving..",
    "io.heistline.totalling..",
    "io.heistline.json.."
  };

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.heistline");

  @Test
  void theCoreDoesNotKnowKafka() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "io.confluent..", "io.heistline.topics..")
        .check(classes);
  }

  @Test
  void theCoreHasNoClockAndNoChance() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.util.Random.class, java.util.UUID.class, java.time.Clock.class)
        .check(classes);
  }

  @Test
  void onlyTheTopologyPackageHoldsStreamsCode() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.heistline.topology..", "io.heistline.app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka.streams..")
        .check(classes);
  }
}
