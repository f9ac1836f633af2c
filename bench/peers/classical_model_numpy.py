"""Cooke's classical model with numpy: global weights, optimised cut-off, overshoot 0.1. Usage: classical_model_numpy.py PANEL"""
import json
import sys
import time

import numpy as np
from scipy.stats import chi2

LEVELS = np.array([0.0, 0.05, 0.5, 0.95, 1.0])
SHARES = np.diff(LEVELS)

rows = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
experts, questions = int(rows[:, 3].max()) + 1, int(rows[:, 0].max()) + 1
rows = rows.reshape(questions, experts, 7)
seeds, truth, answers = rows[:, 0, 1] == 1, rows[:, 0, 2], rows[:, :, 4:7]
start = time.time()

least = np.where(seeds, np.minimum(answers.min((1, 2)), truth), answers.min((1, 2)))
most = np.where(seeds, np.maximum(answers.max((1, 2)), truth), answers.max((1, 2)))
least, most = least - 0.1 * (most - least), most + 0.1 * (most - least)


def calibration(quantiles):
    found = np.bincount((truth[seeds, None] > quantiles[seeds]).sum(1), minlength=4) / seeds.sum()
    some = found > 0
    return chi2.sf(2 * seeds.sum() * (found[some] * np.log(found[some] / SHARES[some])).sum(), 3)


def information(quantiles):
    widths = np.diff(np.column_stack([least, quantiles, most]), axis=1)
    return (SHARES * np.log(SHARES / widths)).sum(1) + np.log(most - least)


def pooled(weights):
    members, found = np.flatnonzero(weights), np.empty((questions, 3))
    for i in range(questions):
        knots = [np.concatenate([[least[i]], answers[i, e], [most[i]]]) for e in members]
        x = np.unique(np.concatenate(knots))
        below = sum(weights[e] * np.interp(x, k, LEVELS) for e, k in zip(members, knots))
        found[i] = np.interp(LEVELS[1:4], below, x)
    return found


calibrations = np.array([calibration(answers[:, e]) for e in range(experts)])
informations = np.array([information(answers[:, e])[seeds].mean() for e in range(experts)])
best = (-1.0,)
for cutoff in np.unique(calibrations):
    weights = np.where(calibrations >= cutoff, calibrations * informations, 0)
    if weights.sum() > 0:
        quantiles = pooled(weights / weights.sum())
        score = calibration(quantiles) * information(quantiles)[seeds].mean()
        if score > best[0]:
            best = (score, quantiles[-1])
print(json.dumps({"seconds": round(time.time() - start, 4), "score": best[0], "target": list(best[1])}))
