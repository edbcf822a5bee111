package dev.coffey.plugins.networks;

import dev.coffey.api.Network;
import dev.coffey.api.Run;
import dev.coffey.api.Student;
import dev.coffey.nn.block.Dropout;
import dev.coffey.nn.block.Normalize;
import dev.coffey.nn.block.Staged;
import java.util.List;

/**
 * Dense layers with ReLU between them, for data of any shape. Taps: {@code stage1} … for the hidden
 * layers but the last, {@code feature} for the last (for the input as a vector, if there is none),
 * {@code logits}. Dropout comes after the taps. The default is the teacher of Hinton, Vinyals, Dean
 * 2015, section 3, without its jittered inputs and weight constraints.
 */
final class Mlp implements Student {
  @Override
  public Class<MlpOptions> options() {
    return MlpOptions.class;
  }

  @Override
  public List<Network> open(Run run) {
    var options = run.options(MlpOptions.class);
    var data = run.data();
    Labelled.check("mlp", data);
    var layers = Staged.builder().add(new Normalize(data)).add(Layers.flatten());
    var hidden = options.hidden();
    for (int index = 0; index < hidden.size(); index++) {
      boolean last = index == hidden.size() - 1;
      layers.add(Layers.dense(hidden.get(index))).add(Layers.relu());
      layers.tap(last ? "feature" : "stage" + (index + 1));
      if (options.dropout() > 0) {
        layers.add(new Dropout((float) options.dropout()));
      }
    }
    if (hidden.isEmpty()) {
      layers.tap("feature");
    }
    layers.add(Layers.dense(data.classes())).tap("logits");
    return List.of(run.build("student", layers.build(), data.input()));
  }
}
