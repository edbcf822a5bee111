package dev.coffey.plugins.networks;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;
import java.util.List;

/**
 * Offers the students {@code mlp}, {@code lenet5}, and the families {@code resnet}, {@code wrn}.
 */
@PluginBundle
public final class NetworksPlugin extends PluginModule {
  @Override
  protected void contribute() {
    student("mlp").to(Mlp.class);
    student("lenet5").toInstance(LeNet5.FULL);
    student("lenet5-half").toInstance(LeNet5.HALF);
    student("resnet").to(ResNet.class);
    for (int depth : List.of(8, 14, 20, 32, 56, 110)) {
      student("resnet-" + depth).toInstance(new ResNetPreset(depth));
    }
    student("wrn").to(WideResNet.class);
    for (int depth : List.of(16, 40)) {
      for (int widen : List.of(1, 2)) {
        student("wrn-%d-%d".formatted(depth, widen)).toInstance(new WideResNetPreset(depth, widen));
      }
    }
  }
}
