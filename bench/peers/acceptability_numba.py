"""Rank acceptability and central weights compiled by numba. Usage: acceptability_numba.py TABLE SAMPLES SEED THREADS"""
import json
import sys
import time

import numba
import numpy as np


@numba.njit(fastmath=True, parallel=True, cache=True)
def run(low, span, peak, samples, seed, threads):
    n, m = low.shape
    ranks, central = np.zeros((threads, n, n), np.int64), np.zeros((threads, n, m))
    for t in numba.prange(threads):
        np.random.seed(seed + t)
        value, weight = np.empty(n), np.empty(m)
        for _ in range(samples // threads):
            total = 0.0
            for c in range(m):
                weight[c] = -np.log(1.0 - np.random.random())
                total += weight[c]
            for a in range(n):
                value[a] = 0.0
                for c in range(m):
                    u, p = np.random.random(), peak[a, c]
                    x = np.sqrt(u * p) if u < p else 1.0 - np.sqrt((1.0 - u) * (1.0 - p))
                    value[a] += weight[c] / total * (low[a, c] + span[a, c] * x)
            order = np.argsort(value)
            for r in range(n):
                ranks[t, order[n - 1 - r], r] += 1
            for c in range(m):
                central[t, order[n - 1], c] += weight[c] / total
    return ranks.sum(0), central.sum(0)


rows = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
n, m = int(rows[:, 0].max()) + 1, int(rows[:, 1].max()) + 1
low, best, high = (rows[:, k].reshape(n, m) for k in (2, 3, 4))
samples, seed, threads = (int(a) for a in sys.argv[2:5])
numba.set_num_threads(threads)
peak = (best - low) / (high - low)
run(low, high - low, peak, 100, 1, threads)
start = time.time()
ranks, _ = run(low, high - low, peak, samples, seed, threads)
first = ranks[:, 0] / samples
print(json.dumps({"seconds": round(time.time() - start, 2), "first": {int(i): round(float(first[i]), 4) for i in np.argsort(-first)[:5]}}))
