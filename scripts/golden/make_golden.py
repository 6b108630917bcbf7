"""Computes src/model/golden.json with PyTorch, independently of the TypeScript: own cells, own convolution, own softmax.

Weights come from a formula that both sides evaluate: value k of weight j is 0.3·sin(0.7·k + j).
usage: python3 scripts/golden/make_golden.py   (needs torch and numpy; no dependency of the project)
       npx biome check --write src/model/golden.json
"""
import json
import math
import pathlib

import numpy as np
import torch
from torch import nn

torch.set_default_dtype(torch.float64)

V, E, A, D, M, ASPECTS = 11, 4, 3, 5, 6, 2
BITS = 2 + ASPECTS
MEAN = 3.4
SCALES = [(3.4, 0.8), (6.0, 1.5), (2.5, 0.5)]
NAMES = [
    "text/embedding", "text/context/previous", "text/context/centre", "text/context/next", "text/context/bias",
    "text/attention/kernel", "text/attention/bias", "text/attention/vector", "features/kernel", "features/bias",
    "user/initial", "user/gru/input_kernel", "user/gru/input_bias", "user/gru/state_kernel", "user/gru/state_bias",
    "item/initial", "item/gru/input_kernel", "item/gru/input_bias", "item/gru/state_kernel", "item/gru/state_bias",
    "score/user/bias", "score/item/bias", "score/dot/kernel", "score/mlp/user_kernel", "score/mlp/item_kernel",
    "score/mlp/bias", "score/mlp/output", "told/kernel", "told/bias", "choice/user/kernel", "choice/item/kernel",
    "choice/popularity", "choice/words",
]
SHAPES = {
    "text/embedding": (V, E), "text/context/previous": (E, E), "text/context/centre": (E, E),
    "text/context/next": (E, E), "text/context/bias": (E,), "text/attention/kernel": (E, A),
    "text/attention/bias": (A,), "text/attention/vector": (A, 1),
    "features/kernel": (E + 1 + ASPECTS + BITS, D), "features/bias": (D,),
    "score/user/bias": (D + 4, 1), "score/item/bias": (D + 3, 1), "score/dot/kernel": (D, D),
    "score/mlp/user_kernel": (D + 4, M), "score/mlp/item_kernel": (D + 3, M), "score/mlp/bias": (M,),
    "score/mlp/output": (M, 1), "told/kernel": (E, 1), "told/bias": (1,), "choice/user/kernel": (D, D),
    "choice/item/kernel": (D, D), "choice/popularity": (2 + D, 1), "choice/words": (1,),
}
for side in ("user", "item"):
    SHAPES |= {
        f"{side}/initial": (1, D), f"{side}/gru/input_kernel": (2 * D, 3 * D), f"{side}/gru/input_bias": (3 * D,),
        f"{side}/gru/state_kernel": (D, 3 * D), f"{side}/gru/state_bias": (3 * D,),
    }


def weight(name):
    j = NAMES.index(name)
    k = np.arange(int(np.prod(SHAPES[name])))
    values = (0.3 * np.sin(0.7 * k + j)).astype(np.float32).astype(np.float64)
    return torch.tensor(values.reshape(SHAPES[name]))


def encode(ids):
    words = weight("text/embedding")[torch.tensor(ids)]
    conv = nn.Conv1d(E, E, 3, padding=1)
    taps = [weight(f"text/context/{t}").T for t in ("previous", "centre", "next")]
    conv.weight = nn.Parameter(torch.stack(taps, dim=2))
    conv.bias = nn.Parameter(weight("text/context/bias"))
    h = words + torch.tanh(conv(words.T[None])[0].T)
    hidden = torch.tanh(h @ weight("text/attention/kernel") + weight("text/attention/bias"))
    alpha = torch.softmax((hidden @ weight("text/attention/vector"))[:, 0], dim=0)
    return alpha, alpha @ h


def fuse(vector, feedback):
    ratings = [0.0 if v is None else (v - m) / s for v, (m, s) in zip(feedback, SCALES)]
    bits = [0.0 if vector is None else 1.0] + [0.0 if v is None else 1.0 for v in feedback]
    text = torch.zeros(E) if vector is None else vector
    row = torch.cat([text, torch.tensor(ratings), torch.tensor(bits)])
    return torch.tanh(row @ weight("features/kernel") + weight("features/bias"))


def cell(side):
    gru = nn.GRUCell(2 * D, D)
    gru.weight_ih = nn.Parameter(weight(f"{side}/gru/input_kernel").T.contiguous())
    gru.weight_hh = nn.Parameter(weight(f"{side}/gru/state_kernel").T.contiguous())
    gru.bias_ih = nn.Parameter(weight(f"{side}/gru/input_bias"))
    gru.bias_hh = nn.Parameter(weight(f"{side}/gru/state_bias"))
    return gru


GRU = {side: cell(side) for side in ("user", "item")}


def refine(x, user, item):
    return GRU["user"](torch.cat([x, item])[None], user[None])[0], GRU["item"](torch.cat([x, user])[None], item[None])[0]


def gates(side, x, state):
    """z and n of a cell, which nn.GRUCell keeps to itself; held against its own next state."""
    gru = GRU[side]
    ri, zi, ni = (gru.weight_ih @ x + gru.bias_ih).chunk(3)
    rh, zh, nh = (gru.weight_hh @ state + gru.bias_hh).chunk(3)
    z = torch.sigmoid(zi + zh)
    n = torch.tanh(ni + torch.sigmoid(ri + rh) * nh)
    assert torch.allclose((1 - z) * n + z * state, gru(x[None], state[None])[0])
    return z, n


def score(user, item, user_stat, item_stat, variant):
    (nu, bu, scale, weight_u), (ni, bi, support) = user_stat, item_stat
    sigma = SCALES[0][1]
    ku = torch.cat([user, torch.tensor([math.log1p(nu), bu / sigma, scale - 1, math.log(weight_u)])])
    ki = torch.cat([item, torch.tensor([math.log1p(ni), bi / sigma, math.log1p(support)])])
    user_bias = bu + (ku @ weight("score/user/bias"))[0]
    item_bias = scale * (bi + (ki @ weight("score/item/bias"))[0])
    dot = (user @ weight("score/dot/kernel")) @ item / D**0.5 if variant != "mlp" else torch.tensor(0.0)
    hidden = ku @ weight("score/mlp/user_kernel") + ki @ weight("score/mlp/item_kernel") + weight("score/mlp/bias")
    mlp = (torch.relu(hidden) @ weight("score/mlp/output"))[0] if variant != "dot" else torch.tensor(0.0)
    return [float(v) for v in (user_bias, item_bias, dot, mlp, MEAN + user_bias + item_bias + dot + mlp)]


REVIEWS = [[2, 5, 1, 7, 10, 3], [4, 4], [9]]
alphas, vectors = zip(*(encode(r) for r in REVIEWS))
# user, item, review (None: no text), rating, aspects
LOG = [(0, 0, 0, 4.5, 8.0, None), (1, 0, 1, 2.0, None, 2.0), (0, 1, None, 3.0, 5.0, 2.5), (1, 1, 2, None, None, None),
       (0, 2, None, None, None, None), (2, 0, 0, 5.0, 9.0, 4.0)]
users = [weight("user/initial")[0]] * 3
items = [weight("item/initial")[0]] * 3
features = []
# What each step of user 0 leaves in the state, carried forward step by step: the first entry is the initial state's.
carried = [users[0]]
traced = []
for u, i, review, *feedback in LOG:
    x = fuse(None if review is None else vectors[review], feedback)
    features.append(x)
    if u == 0:
        z, n = gates("user", torch.cat([x, items[i]]), users[0])
        carried = [z * c for c in carried] + [(1 - z) * n]
        traced.append((z, n))
    users[u], items[i] = refine(x, users[u], items[i])

assert torch.allclose(sum(carried), users[0])

damping = {"user": 2.0, "item": 3.0, "scale": 4.0, "reliability": 5.0}


def statistics(rated):
    """Biases, own scales (never below 0), reliabilities and support of three people and three items."""
    scale, reliability, user_bias, item_bias = [1.0] * 3, [1.0] * 3, [0.0] * 3, [0.0] * 3
    for _ in range(3):
        for k in range(3):
            own = [(reliability[u] * scale[u], scale[u], r - MEAN - user_bias[u]) for u, i, r in rated if i == k]
            item_bias[k] = sum(w * e for w, _, e in own) / (sum(w * s for w, s, _ in own) + damping["item"])
        user_bias = [
            sum(r - MEAN - scale[k] * item_bias[i] for u, i, r in rated if u == k) / (sum(u == k for u, _, _ in rated) + damping["user"])
            for k in range(3)
        ]
        prior = damping["scale"] * sum(item_bias[i] ** 2 for _, i, _ in rated) / len(rated)
        scale = [
            max(
                0.0,
                (sum((r - MEAN - user_bias[k]) * item_bias[i] for u, i, r in rated if u == k) + prior)
                / (sum(item_bias[i] ** 2 for u, i, _ in rated if u == k) + prior),
            )
            for k in range(3)
        ]
        squares = [(u, (r - MEAN - user_bias[u] - scale[u] * item_bias[i]) ** 2) for u, i, r in rated]
        mean_square = sum(e for _, e in squares) / len(squares)
        reliability = [
            mean_square * (sum(u == k for u, _ in squares) + damping["reliability"])
            / (sum(e for u, e in squares if u == k) + damping["reliability"] * mean_square)
            for k in range(3)
        ]
    support = [sum(reliability[u] for u, i, _ in rated if i == k) for k in range(3)]
    return {"userBiases": user_bias, "itemBiases": item_bias, "scales": scale, "reliabilities": reliability, "support": support}


of_log = statistics([(u, i, r) for u, i, _, r, *_ in LOG if r is not None])
user_bias, item_bias, scale, reliability, support = of_log.values()
# Person 1 likes best what the others like least: a scale that would be negative.
CONTRARY = [(u, i, r) for u in (0, 2) for i, r in ((0, 5.0), (1, 4.5), (2, 1.0))] + [(1, 0, 1.0), (1, 1, 1.5), (1, 2, 5.0)]
of_contrary = statistics(CONTRARY)
assert of_contrary["scales"][1] == 0
user_count = [sum(u == k for u, *_ in LOG) for k in range(3)]
item_count = [sum(row[1] == k for row in LOG) for k in range(3)]

# The choice score, with dense matrices throughout. Keywords 5, 7, 9, 10 with made-up idf; mentions affirmed less denied.
IDF = np.zeros(V)
IDF[[5, 7, 9, 10]] = [1.2, 0.7, 2.0, 1.5]
MENTIONS = [{5: 2, 7: -1}, {9: 1, 10: -3}, {}, {10: 1}, {}, {5: 1, 9: 1, 10: 2}]
said = np.zeros((len(LOG), V))
for row, mentions in enumerate(MENTIONS):
    for word, count in mentions.items():
        said[row, word] = math.copysign(1 + math.log(abs(count)), count) * IDF[word]
norms = np.linalg.norm(said, axis=1, keepdims=True)
said = np.divide(said, norms, out=np.zeros_like(said), where=norms > 0)
told = [None if review is None else MEAN + SCALES[0][1] * float(vectors[review] @ weight("told/kernel")[:, 0] + weight("told/bias")[0]) for _, _, review, *_ in LOG]
own = [(sum(r for u, _, _, r, *_ in LOG if u == k and r is not None) + 3 * MEAN) / (sum(u == k and r is not None for u, _, _, r, *_ in LOG) + 3) for k in range(3)]
signs = []
for (u, _, _, rating, *_), by_text in zip(LOG, told):
    rating = by_text if rating is None else rating
    signs.append(0.0 if rating is None else min(2.0, max(-1.5, rating - own[u] + 0.3)))
# With tones: the first review falls into two sentences, each read alone.
GAIN = 2.0
SENTENCES = [[2, 5, 1], [7, 10, 3]]
by_sentence = [MEAN + SCALES[0][1] * float(encode(ids)[1] @ weight("told/kernel")[:, 0] + weight("told/bias")[0]) for ids in SENTENCES]
tones = np.zeros((len(LOG), V))
for k, (_, _, review, *_) in enumerate(LOG):
    if review == 0:
        for ids, rating in zip(SENTENCES, by_sentence):
            tones[k, ids] = GAIN * (rating - MEAN)
toned = np.zeros((len(LOG), V))
for k, (u, _, _, rating, *_) in enumerate(LOG):
    rating = told[k] if rating is None else rating
    toned[k] = 0.0 if rating is None else np.clip(rating - own[u] + tones[k] + 0.3, -1.5, 2.0)
toned_people = np.array([sum(toned[k] * said[k] for k, row in enumerate(LOG) if row[0] == u) for u in range(3)])
toned_people = toned_people / (np.linalg.norm(toned_people, axis=1, keepdims=True) + 0.5)
of_people = np.array([sum(signs[k] * said[k] for k, row in enumerate(LOG) if row[0] == u) for u in range(3)])
of_people = of_people / (np.linalg.norm(of_people, axis=1, keepdims=True) + 0.5)
of_items = np.array([sum(said[k] for k, row in enumerate(LOG) if row[1] == i) for i in range(3)])
norms = np.linalg.norm(of_items, axis=1, keepdims=True)
of_items = np.divide(of_items, norms, out=np.zeros_like(of_items), where=norms > 0)
of_items = of_items - of_items.mean(0)
of_items = of_items / np.linalg.norm(of_items, axis=1, keepdims=True)
matched = of_people @ of_items.T
in_users, in_items = torch.stack(users), torch.stack(items)
states_match = (in_users @ weight("choice/user/kernel")) @ (in_items @ weight("choice/item/kernel")).T / D**0.5
seen = torch.cat([torch.tensor([[math.log1p(item_count[i]), item_bias[i] / SCALES[0][1]] for i in range(3)]), in_items], 1)
popularity = (seen @ weight("choice/popularity"))[:, 0]
choice = popularity + states_match + torch.tensor(matched) * weight("choice/words")[0]

listed = lambda rows: [[float(v) for v in row] for row in rows]
golden = {
    "names": NAMES,
    "reviews": REVIEWS,
    "log": LOG,
    "attention": listed(alphas),
    "vectors": listed(vectors),
    "features": listed(features),
    "users": listed(users),
    "items": listed(items),
    "updates": listed(z for z, _ in traced),
    "candidates": listed(n for _, n in traced),
    "contributions": listed(carried),
    **of_log,
    "contrary": {"log": CONTRARY, **of_contrary},
    "choice": {
        "idf": IDF.tolist(), "mentions": [list(one.items()) for one in MENTIONS], "told": told, "signs": signs,
        "people": of_people.tolist(), "items": of_items.tolist(), "matched": matched.tolist(),
        "sentences": SENTENCES, "gain": GAIN, "bySentence": by_sentence, "tonedPeople": toned_people.tolist(), "tonedMatch": (toned_people @ of_items.T).tolist(),
        "popularity": popularity.tolist(), "scores": choice.tolist(),
    },
    "scores": {
        variant: [score(users[0], items[i], (user_count[0], user_bias[0], scale[0], reliability[0]), (item_count[i], item_bias[i], support[i]), variant) for i in range(3)]
        for variant in ("full", "dot", "mlp")
    },
}
path = pathlib.Path(__file__).parents[2] / "src/model/golden.json"
path.write_text(json.dumps(golden, indent=1) + "\n")
print(path)
