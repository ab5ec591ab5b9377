"""The few tones that carry meaning, each with its three colours."""

from typing import NamedTuple


class Tone(NamedTuple):
    """Colour roles of a tone: text and icon, soft ground, solid graphic."""

    front: str
    soft: str
    solid: str


TONES = {
    "strength": Tone("strength", "strength_soft", "strength_solid"),
    "develop": Tone("develop", "develop_soft", "develop_solid"),
    "risk": Tone("risk", "risk_soft", "risk_solid"),
    "query": Tone("query", "query_soft", "query_solid"),
    "accent": Tone("on_accent_soft", "accent_soft", "accent"),
    "neutral": Tone("text2", "sunken", "line_strong"),
}
