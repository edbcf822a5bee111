package dev.coffey.kernel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

import dev.coffey.api.Loss;
import dev.coffey.api.Metric;
import dev.coffey.kernel.catalogue.Entry.RecipeEntry;
import dev.coffey.kernel.catalogue.Entry.ServiceEntry;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.Settings;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class ServiceBookTest {
  private final ServiceBook book = new ServiceBook();

  @Test
  void theHighestVersionIsServedWhateverTheBundle() {
    offer(active("b", "1.0.0"), "kd");
    offer(active("a", "1.10.0"), "kd");
    offer(active("c", "1.9.0"), "kd");

    assertThat(book.offers()).extracting(Offer::bundle).containsExactly("a");
  }

  @Test
  void betweenEqualVersionsTheFirstNameIsServed() {
    offer(active("b", "1.0.0"), "kd");
    BundleVersion first = active("a", "1.0.0");
    offer(first, "kd");

    assertThat(book.offers()).extracting(Offer::bundle).containsExactly("a");
    assertThat(book.shadowed(first)).isEmpty();
  }

  @Test
  void anEntryThatIsNotServedIsExplained() {
    BundleVersion older = active("b", "1.0.0");
    offer(older, "kd");
    book.add(new RecipeEntry(older, "recipe", Settings.empty()));
    offer(active("a", "2.0.0"), "kd");

    assertThat(book.shadowed(older))
        .containsExactly(
            "its loss 'kd' is not served: a 2.0.0 offers one, too, and has the higher version");
  }

  @Test
  void kindsDoNotCompete() {
    BundleVersion bundle = active("a", "1.0.0");
    offer(bundle, "kl");
    book.add(new ServiceEntry(bundle, Metric.class, "kl", mock(Metric.class)));

    assertThat(book.offers()).hasSize(2);
  }

  @Test
  void onlyActiveBundlesAreServed() {
    BundleVersion bundle = version("a", "1.0.0");
    offer(bundle, "kd");
    assertThat(book.offers()).isEmpty();

    bundle.become(BundleState.VERIFIED);
    assertThat(book.peek(Loss.class, "kd")).isEmpty();

    bundle.become(BundleState.ACTIVE);
    assertThat(book.peek(Loss.class, "kd")).isPresent();

    bundle.become(BundleState.DRAINING);
    assertThat(book.offers()).isEmpty();
  }

  @Test
  void aVersionThatTakesAnothersPlaceDuringTheLookIsFound() {
    BundleVersion older = active("a", "1.0.0");
    BundleVersion newer = version("a", "2.0.0");
    offer(older, "kd");
    offer(newer, "kd");
    older.become(BundleState.DRAINING);
    newer.become(BundleState.VERIFIED);
    book.shelf(new Finishing(() -> newer.become(BundleState.ACTIVE)));

    try (Leases leases = book.lease()) {
      assertThat(leases.lease(Loss.class, "kd").offer().version()).isEqualTo("2.0.0");
    }
    assertThat(book.peek(Loss.class, "kd")).isPresent();
    assertThat(newer.leases()).isZero();
  }

  @Test
  void whatNobodyOffersIsLookedForOnce() {
    offer(active("a", "1.0.0"), "kd");
    book.shelf(
        new Finishing(
            () -> {
              throw new AssertionError("a run waits for plugins that come in");
            }));

    assertThat(book.peek(Loss.class, "other")).isEmpty();
  }

  /** Whatever was going on comes to its end before a look that must not be disturbed. */
  private record Finishing(Runnable end) implements Shelf {
    @Override
    public Optional<BundleVersion> wake(
        Predicate<Version> accepted, Predicate<BundleVersion> wanted) {
      return Optional.empty();
    }

    @Override
    public <T> T still(Supplier<T> look) {
      end.run();
      return look.get();
    }
  }

  @Test
  void aLeaseOutlivesTheBundlesTimeInTheCatalogue() {
    BundleVersion bundle = active("a", "1.0.0");
    offer(bundle, "kd");

    try (Leases leases = book.lease()) {
      Loss before = leases.lease(Loss.class, "kd").service();
      bundle.become(BundleState.DRAINING);

      assertThat(leases.lease(Loss.class, "kd").service()).isSameAs(before);
      assertThat(bundle.leases()).isEqualTo(1);
    }
    assertThat(bundle.leases()).isZero();
  }

  @Test
  void aScopeIsOneLeaseOnABundleAndIsGivenBackOnce() {
    BundleVersion bundle = active("a", "1.0.0");
    offer(bundle, "kd");
    offer(bundle, "ce");
    book.add(new RecipeEntry(bundle, "recipe", Settings.empty()));
    Leases leases = book.lease();

    leases.lease(Loss.class, "kd");
    leases.lease(Loss.class, "kd");
    leases.lease(Loss.class, "ce");
    leases.recipe("recipe");
    assertThat(bundle.leases()).isEqualTo(1);
    assertThat(leases.held()).extracting(Offer::id).containsExactly("kd", "ce");

    leases.close();
    leases.close();
    assertThat(bundle.leases()).isZero();
  }

  @Test
  void aClosedScopeServesNothing() {
    offer(active("a", "1.0.0"), "kd");
    Leases leases = book.lease();
    var lease = leases.lease(Loss.class, "kd");
    leases.close();

    assertThatThrownBy(lease::service).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> leases.lease(Loss.class, "kd"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("these leases are closed");
    assertThat(lease.offer().id()).isEqualTo("kd");
  }

  @Test
  void anUnknownNameCarriesItsKindAndNeighbours() {
    offer(active("a", "1.0.0"), "kd-kl");

    try (Leases leases = book.lease()) {
      var unknown =
          catchThrowableOfType(UnknownService.class, () -> leases.lease(Loss.class, "kd-k1@1.2"));

      assertThat(unknown.kind()).isEqualTo(Loss.class);
      assertThat(unknown.id()).isEqualTo("kd-k1");
      assertThat(unknown.nearest()).containsExactly("kd-kl");
      assertThat(unknown).hasMessage("there is no loss 'kd-k1'; did you mean kd-kl?");
    }
  }

  @Test
  void aVersionThatIsNotInstalledListsThoseThatAre() {
    offer(active("a", "1.0.0"), "kd");
    offer(active("a", "1.2.0"), "kd");

    try (Leases leases = book.lease()) {
      assertThatThrownBy(() -> leases.lease(Loss.class, "kd@2"))
          .isInstanceOf(UnknownService.class)
          .hasMessage("there is no loss 'kd' in version 2; installed: 1.2.0, 1.0.0");
      assertThat(leases.recipe("kd@2")).isEmpty();
    }
  }

  @Test
  void aVersionThatIsNoneIsSaidSo() {
    offer(active("a", "1.0.0"), "kd");

    try (Leases leases = book.lease()) {
      assertThatThrownBy(() -> leases.lease(Loss.class, "kd@latest"))
          .isInstanceOf(UnknownService.class)
          .hasMessage("the version of loss 'kd' must look like 1.2 or [1.2,2), but is 'latest'");
      assertThat(leases.recipe("kd@latest")).isEmpty();
    }
  }

  @Test
  void aDamagedJarIsNoticedBeforeItsFirstLease() {
    var damaged =
        new BundleVersion(
            "a",
            "1.0.0",
            new JarContent() {
              @Override
              public String digest() {
                return "0";
              }

              @Override
              public void verify() {
                throw new InvalidInput("the plugin's copy is damaged");
              }
            });
    damaged.become(BundleState.VERIFIED);
    damaged.become(BundleState.ACTIVE);
    offer(damaged, "kd");

    try (Leases leases = book.lease()) {
      assertThatThrownBy(() -> leases.lease(Loss.class, "kd"))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("damaged");
    }
    assertThat(damaged.leases()).isZero();
  }

  @Test
  void aRemovedBundleLeavesNothingBehind() {
    BundleVersion bundle = active("a", "1.0.0");
    offer(bundle, "kd");
    book.add(new RecipeEntry(bundle, "recipe", Settings.empty()));

    book.remove(bundle);

    assertThat(book.offers()).isEmpty();
    assertThat(book.recipes()).isEmpty();
  }

  private void offer(BundleVersion bundle, String id) {
    book.add(new ServiceEntry(bundle, Loss.class, id, mock(Loss.class)));
  }

  private static BundleVersion active(String name, String version) {
    BundleVersion bundle = version(name, version);
    bundle.become(BundleState.VERIFIED);
    bundle.become(BundleState.ACTIVE);
    return bundle;
  }

  private static BundleVersion version(String name, String version) {
    return new BundleVersion(
        name,
        version,
        new JarContent() {
          @Override
          public String digest() {
            return name + version;
          }

          @Override
          public void verify() {}
        });
  }
}
