/* The contact kernel in C, on the atoms of KernelBenchmark: 40 atoms against 768, another pose at
 * each call, energies from a table of squared distance per pair of types, read with gather.
 *
 *   gcc -O3 -march=native -ffast-math -o kernel src/bench/kernel.c -lm && ./kernel [SECONDS]
 *
 * Two tables: "even" has bins of equal squared distance up to the cutoff; "coordinate" has bins of
 * 1 + c/(r^2 + 1), few of them beyond the cutoff, on which C is faster than on PotentialTable's. For
 * comparison, without gather: "two_passes" computes the bins of a row, then reads them one by one, as
 * ContactKernel does; "formula" evaluates the potential, exp(-x) as (1 - x/64)^64.
 * Prints thousand million pairs per second, the best of several rounds of each.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOVING = 40, FIXED = 768, POSES = 64, TYPES = 8, BINS = 1 << 14, ROUNDS = 20 };

static uint32_t state = 12345;

static double next(void) {
  state = state * 1664525u + 1013904223u;
  return (state >> 8) / (double)(1 << 24);
}

typedef struct {
  float x[FIXED], y[FIXED], z[FIXED];
  int32_t row[FIXED];
  int type[FIXED];
} Atoms;

static void shell(Atoms *a, int n, double inner, double outer) {
  for (int found = 0; found < n;) {
    double x = (2 * next() - 1) * outer, y = (2 * next() - 1) * outer, z = (2 * next() - 1) * outer;
    double s = x * x + y * y + z * z;
    if (s >= inner * inner && s < outer * outer) {
      a->x[found] = x, a->y[found] = y, a->z[found] = z;
      a->type[found] = (int)(next() * TYPES);
      a->row[found] = a->type[found] * BINS;
      found++;
    }
  }
}

/* carbon x 3, polar carbon x 2, donor N, acceptor O, hydroxyl O */
static const double radius[TYPES] = {1.9, 1.9, 1.9, 1.9, 1.9, 1.8, 1.7, 1.7};
static const int hydrophobic[TYPES] = {1, 1, 1, 0, 0, 0, 0, 0};
static const int donor[TYPES] = {0, 0, 0, 0, 0, 1, 0, 1};
static const int acceptor[TYPES] = {0, 0, 0, 0, 0, 0, 1, 1};

static double formula(int a, int b, double r) {
  if (r >= 8) return 0;
  double d = r - radius[a] - radius[b];
  double e = -0.035579 * exp(-(d / 0.5) * (d / 0.5)) - 0.005156 * exp(-((d - 3) / 2) * ((d - 3) / 2));
  if (d < 0) e += 0.840245 * d * d;
  if (hydrophobic[a] && hydrophobic[b]) e -= 0.035069 * fmin(1, fmax(0, 1.5 - d));
  if ((donor[a] && acceptor[b]) || (acceptor[a] && donor[b])) e -= 0.587439 * fmin(1, fmax(0, -d / 0.7));
  return e;
}

static float even[TYPES][TYPES * BINS], coordinate[TYPES][TYPES * BINS];
static const float per_bin = (BINS - 1) / 64.0f, scale = 65.0f * 252 / BINS;

static void tables(void) {
  for (int a = 0; a < TYPES; a++)
    for (int b = 0; b < TYPES; b++)
      for (int k = 0; k < BINS; k++) {
        even[a][b * BINS + k] = k == BINS - 1 ? 0 : formula(a, b, sqrt((k + 0.5) / per_bin));
        double s = scale * BINS / (k + 0.5) - 1;
        coordinate[a][b * BINS + k] = k < 252 ? 0 : formula(a, b, sqrt(s < 0 ? 0 : s));
      }
}

static double by_even(const Atoms *m, const Atoms *f) {
  double total = 0;
  for (int i = 0; i < MOVING; i++) {
    float x = m->x[i], y = m->y[i], z = m->z[i], sum = 0;
    const float *t = even[m->type[i]];
    for (int j = 0; j < FIXED; j++) {
      float dx = x - f->x[j], dy = y - f->y[j], dz = z - f->z[j];
      float s = (dx * dx + dy * dy + dz * dz) * per_bin;
      s = s < BINS - 1 ? s : BINS - 1;
      sum += t[f->row[j] + (int32_t)s];
    }
    total += sum;
  }
  return total;
}

static double by_coordinate(const Atoms *m, const Atoms *f) {
  double total = 0;
  for (int i = 0; i < MOVING; i++) {
    float x = m->x[i], y = m->y[i], z = m->z[i], sum = 0;
    const float *t = coordinate[m->type[i]];
    for (int j = 0; j < FIXED; j++) {
      float dx = x - f->x[j], dy = y - f->y[j], dz = z - f->z[j];
      sum += t[f->row[j] + (int32_t)(scale * BINS / (dx * dx + dy * dy + dz * dz + 1))];
    }
    total += sum;
  }
  return total;
}

static int32_t bins[FIXED];

/* Kept from gather; twice four sums, since each addition waits for the one before it. */
__attribute__((noinline, optimize("no-tree-vectorize"))) static float look_up(const float *t) {
  float a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
  for (int j = 0; j < FIXED; j += 8) {
    a += t[bins[j]], b += t[bins[j + 1]], c += t[bins[j + 2]], d += t[bins[j + 3]];
    e += t[bins[j + 4]], f += t[bins[j + 5]], g += t[bins[j + 6]], h += t[bins[j + 7]];
  }
  return a + b + c + d + (e + f + g + h);
}

static double by_two_passes(const Atoms *m, const Atoms *f) {
  double total = 0;
  for (int i = 0; i < MOVING; i++) {
    float x = m->x[i], y = m->y[i], z = m->z[i];
    for (int j = 0; j < FIXED; j++) {
      float dx = x - f->x[j], dy = y - f->y[j], dz = z - f->z[j];
      bins[j] = f->row[j] + (int32_t)(scale * BINS / (dx * dx + dy * dy + dz * dz + 1));
    }
    total += look_up(coordinate[m->type[i]]);
  }
  return total;
}

static float radii[FIXED], fat[FIXED], gives[FIXED], takes[FIXED];

static float exp_minus(float x) {
  float y = 1 - x / 64;
  y = y > 0 ? y : 0;
  y *= y, y *= y, y *= y, y *= y, y *= y, y *= y;
  return y;
}

static double by_formula(const Atoms *m, const Atoms *f) {
  double total = 0;
  for (int i = 0; i < MOVING; i++) {
    float x = m->x[i], y = m->y[i], z = m->z[i], sum = 0;
    int t = m->type[i];
    float r0 = radius[t], w = -0.035069f * hydrophobic[t];
    float give = 0.587439f / 0.7f * donor[t], take = 0.587439f / 0.7f * acceptor[t];
    for (int j = 0; j < FIXED; j++) {
      float dx = x - f->x[j], dy = y - f->y[j], dz = z - f->z[j];
      float s = dx * dx + dy * dy + dz * dz, d = sqrtf(s) - r0 - radii[j];
      float e = -0.035579f * exp_minus(4 * d * d) - 0.005156f * exp_minus((d - 3) * (d - 3) / 4);
      float inside = d < 0 ? -d : 0, near = 1.5f - d;
      e += 0.840245f * inside * inside;
      near = near > 0 ? near : 0;
      e += w * fat[j] * (near < 1 ? near : 1);
      float bond = give * takes[j] > take * gives[j] ? give * takes[j] : take * gives[j];
      e -= bond * (inside < 0.7f ? inside : 0.7f);
      sum += s < 64 ? e : 0;
    }
    total += sum;
  }
  return total;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static Atoms fixed_atoms, ligand, poses[POSES];
static volatile double sink;

static void run(const char *name, double (*energy)(const Atoms *, const Atoms *), double seconds) {
  double best = 0;
  for (int round = 0; round < ROUNDS; round++) {
    double start = now(), took;
    long calls = 0;
    do {
      for (int p = 0; p < POSES; p++) sink += energy(&poses[p], &fixed_atoms);
      calls += POSES;
      took = now() - start;
    } while (took < seconds / ROUNDS);
    double rate = (double)calls * MOVING * FIXED / took * 1e-9;
    if (rate > best) best = rate;
  }
  printf("%s %.3f\n", name, best);
}

int main(int argc, char **argv) {
  double seconds = argc > 1 ? atof(argv[1]) : 3;
  shell(&fixed_atoms, FIXED, 3.5, 14.5);
  shell(&ligand, MOVING, 0, 5);
  for (int p = 0; p < POSES; p++) {
    double x = (2 * next() - 1) * 1.5, y = (2 * next() - 1) * 1.5, z = (2 * next() - 1) * 1.5;
    memcpy(&poses[p], &ligand, sizeof ligand);
    for (int i = 0; i < MOVING; i++) poses[p].x[i] += x, poses[p].y[i] += y, poses[p].z[i] += z;
  }
  tables();
  for (int j = 0; j < FIXED; j++) {
    int t = fixed_atoms.type[j];
    radii[j] = radius[t], fat[j] = hydrophobic[t], gives[j] = donor[t], takes[j] = acceptor[t];
  }
  run("even", by_even, seconds);
  run("coordinate", by_coordinate, seconds);
  run("two_passes", by_two_passes, seconds);
  run("formula", by_formula, seconds);
  printf("energy_of_the_first_pose %.4f %.4f %.4f\n", by_coordinate(&poses[0], &fixed_atoms),
         by_two_passes(&poses[0], &fixed_atoms), by_formula(&poses[0], &fixed_atoms));
  return 0;
}
