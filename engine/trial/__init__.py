"""Trial training: does the condensed set train as well as real samples, and is it worth it?"""

from typing import TYPE_CHECKING

from engine.runtime.late import late
from engine.trial.costs import keep_costs, keep_rules, project_costs, project_rules
from engine.trial.protocol import PROTOCOLS, Protocol, TrialRecipe
from engine.trial.results import Curve, SetResult, TrialReport
from engine.trial.roi import CostInputs, Decision, Reason, return_on_investment
from engine.trial.rules import DecisionRules, Rule

if TYPE_CHECKING:
    from engine.trial.compare import check_pictures, run_trial
    from engine.trial.sets import set_sizes
    from engine.trial.train import evaluate, new_model, train_model
else:
    # These need PyTorch, which takes seconds to load; the window shows reports without it.
    __getattr__ = late(
        __name__,
        compare=("check_pictures", "run_trial"),
        sets=("set_sizes",),
        train=("evaluate", "new_model", "train_model"),
    )

__all__ = [
    "PROTOCOLS",
    "CostInputs",
    "Curve",
    "Decision",
    "DecisionRules",
    "Protocol",
    "Reason",
    "Rule",
    "SetResult",
    "TrialRecipe",
    "TrialReport",
    "check_pictures",
    "evaluate",
    "keep_costs",
    "keep_rules",
    "new_model",
    "project_costs",
    "project_rules",
    "return_on_investment",
    "run_trial",
    "set_sizes",
    "train_model",
]
