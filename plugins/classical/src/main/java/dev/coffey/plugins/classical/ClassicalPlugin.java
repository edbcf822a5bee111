package dev.coffey.plugins.classical;

import dev.coffey.api.plugin.PluginBundle;
import dev.coffey.api.plugin.PluginModule;

/** The losses that distillation papers compare themselves with, and a recipe for each method. */
@PluginBundle
public final class ClassicalPlugin extends PluginModule {
  @Override
  protected void contribute() {
    loss("dkd").to(DecoupledLabels.class);
    loss("fitnet").to(Hints.class);
    loss("attention-transfer").to(AttentionTransfer.class);
    loss("similarity").to(Similarity.class);
    loss("rkd").to(Relational.class);
    loss("rkd-distance").to(RelationalDistance.class);
    loss("rkd-angle").to(RelationalAngle.class);
    loss("pkt").to(ProbabilisticTransfer.class);
    loss("vid").to(VariationalInformation.class);
    loss("crd").to(Contrastive.class);
    loss("reviewkd").to(Review.class);
    for (var recipe : new String[] {"dkd", "fitnet", "at", "sp", "rkd", "pkt", "vid", "crd"}) {
      experiment(recipe).from(recipe + ".yaml");
    }
    experiment("reviewkd").from("reviewkd.yaml");
  }
}
