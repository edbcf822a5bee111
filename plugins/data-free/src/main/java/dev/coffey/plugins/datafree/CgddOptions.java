package dev.coffey.plugins.datafree;

import dev.coffey.api.Option;
import java.util.List;

/** Options of the method {@code cgdd}. */
record CgddOptions(
    @Option(help = "size of the generator") GeneratorOptions generator,
    @Option(help = "batch size and turns") Rhythm rhythm,
    @Option(help = "distance of student and teacher") Discrepancy discrepancy,
    @Option(help = "what a one-hot label is multiplied by beside the noise", value = "4", min = 0)
        double labelScale,
    @Option(
            help = "steps at the start in which only the generator is trained",
            value = "100",
            min = 0)
        int warmUp,
    @Option(help = "the student's weight of the wanted label (a_ce)", value = "0.1", min = 0)
        double label,
    @Option(
            help = "share of training, after the warm-up, over which that weight rises from 0",
            value = "0.2",
            min = 0,
            max = 1)
        double labelRise,
    @Option(
            help =
                "samples the label counts on: preset (all) or agreed (where the teacher sees it)",
            value = "preset")
        LabelMode labelMode,
    @Option(help = "the student's weight of attention maps (a_at)", value = "100", min = 0)
        double attention,
    @Option(
            help =
                "outputs whose attention is compared; if none, all stages that both networks have")
        List<String> stages,
    @Option(help = "the generator's weight of the wanted label (b_c)", value = "1", min = 0)
        double conditional,
    @Option(
            help = "the generator's weight of the distance of student and teacher (b_adv)",
            value = "0.1",
            min = 0)
        double adversarial) {
  /** On which samples the student is told the label. */
  enum LabelMode {
    PRESET,
    AGREED
  }
}
