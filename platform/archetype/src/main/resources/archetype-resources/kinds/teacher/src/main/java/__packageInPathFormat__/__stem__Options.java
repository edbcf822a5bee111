package ${package};

import dev.coffey.api.Option;
import java.util.Optional;

/** Options of the teacher {@code ${artifactId}}. */
public record ${stem}Options(
    @Option(help = "file with the weights, as Network.save writes it; drawn at random if left out")
        Optional<String> weights) {}
