// Passes over bfloat16 maps in channels-last order, which PyTorch 1.13 makes slowly on a processor: see fused.py.
// Maps are [rows, channels] with rows = pictures × height × width; one thread.
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

typedef uint16_t bf16;

static inline float wide(bf16 v) {
  uint32_t u = uint32_t(v) << 16;
  float f;
  memcpy(&f, &u, 4);
  return f;
}

// To the nearest, ties to even; maps hold no NaN.
static inline bf16 narrow(float f) {
  uint32_t u;
  memcpy(&u, &f, 4);
  return bf16((u + 0x7fff + ((u >> 16) & 1)) >> 16);
}

// Rows are taken so many at once that a run of them is a whole number of vectors.
static int64_t rowsAtOnce(int64_t channels) {
  int64_t rows = 1;
  while (rows * channels % 16 || rows * channels < 64) rows++;
  return rows;
}

static std::vector<float> repeated(const float *values, int64_t channels, int64_t rows) {
  std::vector<float> out(rows * channels);
  for (int64_t i = 0; i < rows * channels; i++) out[i] = values[i % channels];
  return out;
}

// A run of rows of a map that may be a slice of a wider one (stride between rows in elements).
static inline const bf16 *run(const bf16 *p, int64_t row, int64_t rows, int64_t channels, int64_t stride, bf16 *room) {
  if (stride == channels) return p + row * channels;
  for (int64_t r = 0; r < rows; r++) memcpy(room + r * channels, p + (row + r) * stride, channels * sizeof(bf16));
  return room;
}

// The windows whose pixel at `left` from their own start lies inside the line.
struct Span {
  int64_t first, count;
};
static Span inside(int64_t left, int64_t step, int64_t width, int64_t windows) {
  int64_t first = 0, end = windows;
  while (first < windows && first * step + left < 0) first++;
  while (end > first && (end - 1) * step + left >= width) end--;
  return {first, end - first};
}

extern "C" {

// y = relu((x - mean) * rstd * gamma + beta), with the batch's own mean and rstd, which are returned.
void norm_relu_forward(const bf16 *x, bf16 *y, const float *gamma, const float *beta, float *mean, float *rstd,
                       int64_t rows, int64_t channels, float epsilon) {
  const int64_t at = rowsAtOnce(channels), len = at * channels, whole = rows / at;
  std::vector<double> total(channels), squares(channels);
  std::vector<float> s(len), q(len);
  for (int64_t b = 0; b < whole;) {
    std::fill(s.begin(), s.end(), 0.f);
    std::fill(q.begin(), q.end(), 0.f);
    for (int64_t end = b + 64 < whole ? b + 64 : whole; b < end; b++) {
      const bf16 *p = x + b * len;
      for (int64_t j = 0; j < len; j++) {
        float v = wide(p[j]);
        s[j] += v;
        q[j] += v * v;
      }
    }
    for (int64_t j = 0, c = 0; j < len; j++, c = c + 1 == channels ? 0 : c + 1) total[c] += s[j], squares[c] += q[j];
  }
  for (int64_t i = whole * len, c = 0; i < rows * channels; i++, c = c + 1 == channels ? 0 : c + 1) {
    double v = wide(x[i]);
    total[c] += v, squares[c] += v * v;
  }
  std::vector<float> a(channels), k(channels);
  for (int64_t c = 0; c < channels; c++) {
    double m = total[c] / rows, var = squares[c] / rows - m * m;
    mean[c] = m;
    rstd[c] = 1 / std::sqrt((var > 0 ? var : 0) + epsilon);
    a[c] = rstd[c] * gamma[c];
    k[c] = beta[c] - mean[c] * a[c];
  }
  const auto as = repeated(a.data(), channels, at), ks = repeated(k.data(), channels, at);
  for (int64_t b = 0; b < whole; b++) {
    const bf16 *p = x + b * len;
    bf16 *o = y + b * len;
    for (int64_t j = 0; j < len; j++) {
      float v = wide(p[j]) * as[j] + ks[j];
      o[j] = narrow(v > 0 ? v : 0);
    }
  }
  for (int64_t i = whole * len, c = 0; i < rows * channels; i++, c = c + 1 == channels ? 0 : c + 1) {
    float v = wide(x[i]) * a[c] + k[c];
    y[i] = narrow(v > 0 ? v : 0);
  }
}

// The gradients of the above; `stride` is between the rows of `g`.
void norm_relu_backward(const bf16 *x, const bf16 *g, int64_t stride, bf16 *dx, const float *gamma, const float *beta,
                        const float *mean, const float *rstd, float *dgamma, float *dbeta, int64_t rows,
                        int64_t channels) {
  int64_t at = rowsAtOnce(channels);
  while (rows % at) at--;  // an even run; rows are pictures × positions, so this rarely shortens it
  const int64_t len = at * channels, whole = rows / at;
  std::vector<float> a(channels), k(channels);
  for (int64_t c = 0; c < channels; c++) a[c] = rstd[c] * gamma[c], k[c] = beta[c] - mean[c] * a[c];
  const auto as = repeated(a.data(), channels, at), ks = repeated(k.data(), channels, at);
  std::vector<double> sums(channels), products(channels);
  std::vector<float> s(len), q(len);
  std::vector<bf16> room(len);
  for (int64_t b = 0; b < whole;) {
    std::fill(s.begin(), s.end(), 0.f);
    std::fill(q.begin(), q.end(), 0.f);
    for (int64_t end = b + 64 < whole ? b + 64 : whole; b < end; b++) {
      const bf16 *p = x + b * len, *h = run(g, b * at, at, channels, stride, room.data());
      bf16 *__restrict o = dx + b * len;
      for (int64_t j = 0; j < len; j++) {
        const float v = wide(p[j]);
        const bf16 kept = v * as[j] + ks[j] > 0 ? h[j] : bf16(0);
        o[j] = kept;
        s[j] += wide(kept);
        q[j] += wide(kept) * v;
      }
    }
    for (int64_t j = 0, c = 0; j < len; j++, c = c + 1 == channels ? 0 : c + 1) sums[c] += s[j], products[c] += q[j];
  }
  // dx = a (d - sums / rows - xhat * dgamma / rows) = a d + u x + w
  std::vector<float> u(channels), w(channels);
  for (int64_t c = 0; c < channels; c++) {
    double dg = (products[c] - sums[c] * mean[c]) * rstd[c];
    dgamma[c] = dg;
    dbeta[c] = sums[c];
    u[c] = -a[c] * rstd[c] * dg / rows;
    w[c] = -a[c] * sums[c] / rows - u[c] * mean[c];
  }
  const auto us = repeated(u.data(), channels, at), ws = repeated(w.data(), channels, at);
  for (int64_t b = 0; b < whole; b++) {
    const bf16 *p = x + b * len;
    bf16 *o = dx + b * len;
    for (int64_t j = 0; j < len; j++) o[j] = narrow(as[j] * wide(o[j]) + us[j] * wide(p[j]) + ws[j]);
  }
}

// Sums over 3 × 3 windows at stride 1, times (forward) or of elements times (backward) 1 / (pixels in the window).
void avg_pool(const bf16 *x, int64_t stride, bf16 *y, int64_t pictures, int64_t height, int64_t width,
              int64_t channels, int backward) {
  const int64_t line = width * channels;
  std::vector<float> in((width + 2) * channels), lines(3 * line);
  auto seen = [](int64_t i, int64_t n) { return (i > 0) + 1 + (i + 1 < n); };
  for (int64_t n = 0; n < pictures; n++) {
    auto load = [&](int64_t r) {
      float *out = lines.data() + r % 3 * line;
      if (r >= height) {
        std::fill(out, out + line, 0.f);
        return;
      }
      for (int64_t c = 0; c < width; c++) {
        const bf16 *p = x + ((n * height + r) * width + c) * stride;
        float *q = in.data() + (c + 1) * channels;
        const float m = backward ? 1.f / (seen(r, height) * seen(c, width)) : 1.f;
        for (int64_t k = 0; k < channels; k++) q[k] = wide(p[k]) * m;
      }
      for (int64_t j = 0; j < line; j++) out[j] = in[j] + in[j + channels] + in[j + 2 * channels];
    };
    std::fill(lines.begin(), lines.end(), 0.f);
    load(0);
    for (int64_t r = 0; r < height; r++) {
      load(r + 1);
      bf16 *o = y + (n * height + r) * line;
      const float *a = lines.data(), *b = a + line, *d = b + line;
      if (backward) {
        for (int64_t j = 0; j < line; j++) o[j] = narrow(a[j] + b[j] + d[j]);
      } else {
        for (int64_t c = 0; c < width; c++) {
          const float m = 1.f / (seen(r, height) * seen(c, width));
          for (int64_t k = c * channels; k < (c + 1) * channels; k++) o[k] = narrow((a[k] + b[k] + d[k]) * m);
        }
      }
    }
  }
}

// Maxima over 3 × 3 windows that may reach over the edge, and which of the nine was the first to have each.
void max_pool_forward(const bf16 *x, bf16 *y, uint8_t *which, int64_t pictures, int64_t height, int64_t width,
                      int64_t rows, int64_t columns, int64_t channels, int64_t step, int64_t padding) {
  std::vector<float> lines(height * width * channels), best(columns * channels);
  std::vector<int32_t> at(columns * channels);
  for (int64_t n = 0; n < pictures; n++) {
    const bf16 *p = x + n * height * width * channels;
    for (int64_t j = 0; j < height * width * channels; j++) lines[j] = wide(p[j]);
    for (int64_t r = 0; r < rows; r++) {
      std::fill(best.begin(), best.end(), -INFINITY);
      for (int32_t i = 0; i < 9; i++) {
        const int64_t py = r * step - padding + i / 3, left = i % 3 - padding;
        if (py < 0 || py >= height) continue;
        const Span span = inside(left, step, width, columns);
        const float *v = lines.data() + (py * width + span.first * step + left) * channels;
        float *b = best.data() + span.first * channels;
        int32_t *w = at.data() + span.first * channels;
        const int64_t pixels = step == 1 ? 1 : span.count, run = step == 1 ? span.count * channels : channels;
        for (int64_t c = 0; c < pixels; c++, v += step * channels, b += channels, w += channels)
          for (int64_t k = 0; k < run; k++) {
            w[k] = v[k] > b[k] ? i : w[k];
            b[k] = v[k] > b[k] ? v[k] : b[k];
          }
      }
      const int64_t o = (n * rows + r) * columns * channels;
      for (int64_t j = 0; j < columns * channels; j++) y[o + j] = narrow(best[j]);
      for (int64_t j = 0; j < columns * channels; j++) which[o + j] = uint8_t(at[j]);
    }
  }
}

void max_pool_backward(const bf16 *g, int64_t stride, const uint8_t *which, bf16 *dx, int64_t pictures, int64_t height,
                       int64_t width, int64_t rows, int64_t columns, int64_t channels, int64_t step, int64_t padding) {
  std::vector<float> sums(height * width * channels), line(columns * channels);
  std::vector<int32_t> at(columns * channels);
  for (int64_t n = 0; n < pictures; n++) {
    std::fill(sums.begin(), sums.end(), 0.f);
    for (int64_t r = 0; r < rows; r++) {
      const int64_t first = (n * rows + r) * columns;
      for (int64_t c = 0; c < columns; c++)
        for (int64_t k = 0; k < channels; k++) line[c * channels + k] = wide(g[(first + c) * stride + k]);
      for (int64_t j = 0; j < columns * channels; j++) at[j] = which[first * channels + j];
      for (int32_t i = 0; i < 9; i++) {
        const int64_t py = r * step - padding + i / 3, left = i % 3 - padding;
        if (py < 0 || py >= height) continue;
        const Span span = inside(left, step, width, columns);
        float *s = sums.data() + (py * width + span.first * step + left) * channels;
        const float *d = line.data() + span.first * channels;
        const int32_t *w = at.data() + span.first * channels;
        const int64_t pixels = step == 1 ? 1 : span.count, run = step == 1 ? span.count * channels : channels;
        for (int64_t c = 0; c < pixels; c++, s += step * channels, d += channels, w += channels)
          for (int64_t k = 0; k < run; k++) s[k] += w[k] == i ? d[k] : 0;
      }
    }
    bf16 *o = dx + n * height * width * channels;
    for (int64_t j = 0; j < height * width * channels; j++) o[j] = narrow(sums[j]);
  }
}
}
