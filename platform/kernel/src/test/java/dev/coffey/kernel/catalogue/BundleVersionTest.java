package dev.coffey.kernel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import org.junit.jupiter.api.Test;

class BundleVersionTest {
  private final JarContent content = mock(JarContent.class);
  private final BundleVersion bundle = new BundleVersion("a", "1.0.0", content);

  @Test
  void aDrainingVersionCanBeRolledBackTo() {
    become(BundleState.VERIFIED, BundleState.ACTIVE, BundleState.DRAINING, BundleState.ACTIVE);

    assertThat(bundle.pin()).isTrue();
  }

  @Test
  void aVersionIsNotServedBeforeItIsVerified() {
    assertThatThrownBy(() -> bundle.become(BundleState.ACTIVE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a 1.0.0 cannot become ACTIVE from STAGED");
    assertThat(bundle.pin()).isFalse();
  }

  @Test
  void aRetiredVersionStaysRetired() {
    become(BundleState.RETIRED);

    for (BundleState state : BundleState.values()) {
      assertThatThrownBy(() -> bundle.become(state)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aJarIsVerifiedOnceHoweverManyLeasesThereAre() {
    become(BundleState.VERIFIED, BundleState.ACTIVE);

    bundle.pin();
    bundle.pin();

    verify(content, times(1)).verify();
    assertThat(bundle.leases()).isEqualTo(2);
  }

  private void become(BundleState... states) {
    for (BundleState state : states) {
      bundle.become(state);
    }
  }
}
