"""Rank acceptability and central weights with numpy. Usage: acceptability_numpy.py TABLE SAMPLES SEED PROCESSES"""
import json
import sys
import time
from multiprocessing import Pool

import numpy as np


def load(path):
    rows = np.loadtxt(path, delimiter=",", skiprows=1, dtype=np.float32)
    n, m = int(rows[:, 0].max()) + 1, int(rows[:, 1].max()) + 1
    return [rows[:, k].reshape(n, m) for k in (2, 3, 4)]


def part(task):
    (low, best, high), samples, seed = task
    n, m = low.shape
    random = np.random.Generator(np.random.SFC64(seed))
    span = high - low
    peak = (best - low) / span
    left, right = np.sqrt(peak), np.sqrt(1 - peak)
    ranks, central = np.zeros((n, n), np.int64), np.zeros((n, m))
    block = max(1, 2_000_000 // (n * m))
    places = np.arange(n) * n
    while samples > 0:
        size = min(block, samples)
        samples -= size
        u = random.random((size, n, m), dtype=np.float32)
        x = low + span * np.where(u < peak, left * np.sqrt(u), 1 - right * np.sqrt(1 - u))
        w = random.standard_exponential((size, m), dtype=np.float32)
        w /= w.sum(axis=1, keepdims=True)
        order = np.argsort(-np.matmul(x, w[:, :, None])[:, :, 0], axis=1)
        ranks += np.bincount((order * n + np.arange(n)).ravel(), minlength=n * n).reshape(n, n)
        np.add.at(central, order[:, 0], w)
    return ranks, central


if __name__ == "__main__":
    table, samples, seed, processes = load(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    start = time.time()
    with Pool(processes) as pool:
        parts = pool.map(part, [(table, samples // processes, seed + k) for k in range(processes)])
    first = sum(p[0] for p in parts)[:, 0] / samples
    leaders = np.argsort(-first)[:5]
    print(json.dumps({"seconds": round(time.time() - start, 2), "first": {int(i): round(float(first[i]), 4) for i in leaders}}))
