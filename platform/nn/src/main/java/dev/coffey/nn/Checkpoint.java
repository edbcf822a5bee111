package dev.coffey.nn;

import dev.coffey.api.Progress;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.Set;

/** Everything of a run that must survive: progress, networks, buffers, optimiser state. */
record Checkpoint(Clock clock, Networks networks, Buffers buffers, OptimizerGroups groups) {
  private static final int MAGIC = 0x43465943;

  void save(OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    Progress progress = clock.progress();
    data.writeInt(MAGIC);
    data.writeUTF(clock.stage());
    data.writeInt(progress.epoch());
    data.writeLong(progress.step());
    data.writeInt(networks.roles().size());
    for (String role : networks.roles()) {
      data.writeUTF(role);
    }
    for (String role : networks.roles()) {
      networks.get(role).save(data);
    }
    buffers.save(data);
    groups.save(data);
    data.flush();
  }

  void load(InputStream in) throws IOException {
    var data = new DataInputStream(in);
    try {
      if (data.readInt() != MAGIC) {
        throw new IOException("the stream does not hold a checkpoint of Coffey");
      }
      String stage = data.readUTF();
      if (!stage.equals(clock.stage())) {
        throw new IOException(
            "the checkpoint is from stage '%s', but the run is in '%s'"
                .formatted(stage, clock.stage()));
      }
      int epoch = data.readInt();
      long step = data.readLong();
      for (String role : roles(data)) {
        networks.get(role).load(data);
      }
      buffers.load(data);
      groups.load(data);
      clock.advance(epoch, step);
    } catch (EOFException early) {
      throw new IOException("the checkpoint is damaged: it ends too early", early);
    }
  }

  private Set<String> roles(DataInputStream data) throws IOException {
    int count = data.readInt();
    Set<String> roles = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      roles.add(data.readUTF());
    }
    if (!roles.equals(networks.roles())) {
      throw new IOException(
          "the checkpoint has the networks %s, but the run has %s"
              .formatted(roles, networks.roles()));
    }
    return roles;
  }
}
