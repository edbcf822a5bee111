package ${package};

import dev.coffey.api.Dataset;
import dev.coffey.api.contract.DatasetContract;
import java.util.Map;

class ${service}Test extends DatasetContract {
  @Override
  protected Dataset dataset() {
    return new ${service}();
  }

  @Override
  protected Record options() {
    return new ${stem}Options(320, 0.7);
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 320L, "validation", 80L, "test", 80L);
  }
}
