package dev.coffey.lab.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContentDigestTest {
  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void theOrderOfKeysDoesNotCount() throws IOException {
    assertThat(digest("{\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}}"))
        .isEqualTo(digest("{\"b\": {\"d\": 3, \"c\": 2}, \"a\": 1}"));
  }

  @Test
  void valuesAndTheOrderOfListsCount() throws IOException {
    assertThat(digest("{\"a\": [1, 2]}")).isNotEqualTo(digest("{\"a\": [2, 1]}"));
    assertThat(digest("{\"a\": 1}")).isNotEqualTo(digest("{\"a\": \"1\"}"));
  }

  @Test
  void bytesGiveTheirSha256() {
    assertThat(ContentDigest.of("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private String digest(String json) throws IOException {
    return ContentDigest.of(mapper.readTree(json));
  }
}
