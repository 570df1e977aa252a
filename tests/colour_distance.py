"""How far apart two colours look, to every kind of sight.

CAM02-UCS of Luo, Cui and Li (2006) over CIECAM02 for a screen in average surround; colour blindness after Machado,
Oliveira and Fernandes (2009), at its full severity.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
SIGHTS: dict[str, Vector] = {
    "all colours": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
CAT02 = np.array([[0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834]])
HPE = np.array([[0.38971, 0.68898, -0.07868], [-0.22981, 1.18340, 0.04641], [0, 0, 1.0]])
WHITE = TO_XYZ @ np.ones(3) * 100
ADAPTING, BACKGROUND = 64 / np.pi / 5, 20.0
F, C, NC = 1.0, 0.69, 1.0

_K = 1 / (5 * ADAPTING + 1)
FL = 0.2 * _K**4 * 5 * ADAPTING + 0.1 * (1 - _K**4) ** 2 * (5 * ADAPTING) ** (1 / 3)
N = BACKGROUND / WHITE[1]
NBB = 0.725 * (1 / N) ** 0.2
Z = 1.48 + np.sqrt(N)
D = F * (1 - 1 / 3.6 * np.exp((-ADAPTING - 42) / 92))


def _responses(xyz: Vector) -> Vector:
    """What the three kinds of cones answer, adapted and compressed."""
    gain = D * WHITE[1] / (CAT02 @ WHITE) + 1 - D
    cones = HPE @ np.linalg.inv(CAT02) @ (gain * (CAT02 @ xyz))
    power = (FL * np.abs(cones) / 100) ** 0.42
    return np.asarray(np.sign(cones) * 400 * power / (power + 27.13) + 0.1)


def _achromatic(cones: Vector) -> float:
    return float((2 * cones[0] + cones[1] + cones[2] / 20 - 0.305) * NBB)


@lru_cache
def _seen(colour: str, sight: str) -> tuple[float, float, float]:
    """J', a', b' of ``#rrggbb``."""
    coded = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    cones = _responses(TO_XYZ @ np.clip(SIGHTS[sight] @ linear, 0, 1) * 100)
    a = cones[0] - 12 * cones[1] / 11 + cones[2] / 11
    b = (cones[0] + cones[1] - 2 * cones[2]) / 9
    hue = np.arctan2(b, a)
    eccentricity = (np.cos(hue + 2) + 3.8) / 4
    lightness = 100 * (_achromatic(cones) / _achromatic(_responses(WHITE))) ** (C * Z)
    t = 50000 / 13 * NC * NBB * eccentricity * np.hypot(a, b) / (cones[0] + cones[1] + 21 / 20 * cones[2])
    colourful = t**0.9 * np.sqrt(lightness / 100) * (1.64 - 0.29**N) ** 0.73 * FL**0.25
    chroma = np.log1p(0.0228 * colourful) / 0.0228
    return 1.7 * lightness / (1 + 0.007 * lightness), float(chroma * np.cos(hue)), float(chroma * np.sin(hue))


def distance(a: str, b: str, sight: str) -> float:
    """CAM02-UCS distance of two colours ``#rrggbb``; black and white are 100 apart."""
    return float(np.linalg.norm(np.subtract(_seen(a, sight), _seen(b, sight))))
