"""Several processes, on one computer or many, that do one piece of work together.

``torchrun`` starts and watches them; here is only what they say to each other
(decision record 0019).
"""

from engine.distributed.launch import is_launched, join
from engine.distributed.team import ALONE, Team

__all__ = ["ALONE", "Team", "is_launched", "join"]
