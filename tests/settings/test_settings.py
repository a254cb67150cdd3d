"""Settings: kept, damaged, changed by a policy, exchanged, obeyed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.project import Project
from engine.runtime import LANGUAGES, UserError
from engine.runtime.device import choose_device, may_take, use_threads
from engine.runtime.limits import Limits, limits, readers, use_limits
from engine.runtime.messages import CATALOGUE
from engine.trial import keep_costs, project_costs
from gui.cli.console import open_console
from gui.settings import Settings, places, projects_folder
from gui.settings.checking import check_entries, made_of
from gui.settings.documentation import FILES, with_tables
from gui.settings.exchange import export_settings, import_settings
from gui.settings.obeying import give_costs, obey
from gui.settings.schema import SettingValues, entries
from gui.shortcuts.commands import COMMANDS, conflict, keys_with

GIB = 2**30
CPU = torch.device("cpu")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)
NAMES = st.sampled_from(
    [*SettingValues.model_fields, *entries(), "recent", "inspector", "shortcuts.judge.hold"]
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SHIZUKU_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SHIZUKU_POLICY", raising=False)
    monkeypatch.setattr(places, "machine_policy_path", lambda: tmp_path / "no" / "policy.json")
    yield
    obey(Settings())


def write(path: Path, content: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_every_entry_has_its_words():
    missing = [
        key
        for name, entry in entries().items()
        for key in [
            f"setting.{name}" if not entry.cost else f"cost.{entry.cost}",
            *([f"setting.{name}.help"] if not entry.cost else []),
            *(f"setting.{name}.{one}" for one in entry.choices if not entry.cost and one != "ja"),
        ]
        if key not in CATALOGUE
    ]
    assert missing == []
    assert [name for name in COMMANDS if f"shortcut.{name}" not in CATALOGUE] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_documents_have_the_tables_of_the_schema(language):
    """Written anew by ``python -m gui.settings.documentation``."""
    written = FILES[language].read_text(encoding="utf-8")
    assert with_tables(written, language) == written
    assert written.count("| `shortcuts.") == len(keys_with({}))


def test_what_is_set_is_there_again_and_defaults_are_not_written():
    settings = Settings.load()
    settings.change({"theme": "dark", "memory": 8, "costs.currency": "EUR", "threads": None})
    settings.remembered.opened(Path("/a/b.shizuku"))
    again = Settings.load()
    assert (again.values.theme, again.values.memory) == ("dark", 8.0)
    assert again.values.costs.currency == "EUR"
    assert again.remembered.recent == [str(Path("/a/b.shizuku").absolute())]
    kept = json.loads(places.settings_path().read_text(encoding="utf-8"))
    assert kept == {"theme": "dark", "memory": 8.0, "costs": {"currency": "EUR"}}
    settings.change({"theme": "system"})
    assert "theme" not in places.settings_path().read_text(encoding="utf-8")


def test_who_listens_hears_what_has_changed_and_only_that():
    settings, heard = Settings.load(), []
    settings.listen(heard.append)
    settings.change({"theme": "dark", "language": "system"})
    settings.change({"theme": "dark"})
    assert heard == [frozenset({"theme"})]
    with pytest.raises(ValueError, match="memory"):
        settings.change({"theme": "light", "memory": -1.0})
    assert settings.values.theme == "dark"


def test_a_file_of_an_earlier_version_gives_its_recent_projects():
    old = {"language": "ja", "recent": ["/p.shizuku"], "inspector": "佐藤", "inspectors": ["佐藤"]}
    write(places.settings_path(), old)
    Settings.load().change({"theme": "dark"})
    again = Settings.load()
    assert (again.values.language, again.values.theme) == ("ja", "dark")
    assert (again.remembered.recent, again.remembered.inspector) == (["/p.shizuku"], "佐藤")


def test_only_the_damaged_entry_falls_back_and_the_file_is_kept_beside():
    damaged = {"theme": "dark", "memory": "much", "costs": {"currency": "EUR", "condensings": 1}}
    damaged["costs"]["handling_minutes"] = -3
    path = write(places.settings_path(), damaged)
    settings = Settings.load()
    assert (settings.values.theme, settings.values.memory) == ("dark", None)
    assert settings.values.costs.currency == "EUR"
    (told,) = settings.messages
    assert told.key == "settings.damaged"
    assert told.params["what"] == "memory, costs.handling_minutes"
    kept = Path(told.params["path"])
    assert json.loads(kept.read_text(encoding="utf-8")) == damaged
    assert path.parent == kept.parent
    again = Settings.load()
    assert again.messages == ()
    assert again.values == settings.values


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe{}", b"[1]", b"[" * 100_000, b"NaN", b""])
def test_a_file_that_is_no_settings_is_told_and_does_not_stop_the_start(content):
    path = write(places.settings_path(), {})
    path.write_bytes(content)
    settings = Settings.load()
    assert settings.values == SettingValues()
    assert [one.key for one in settings.messages] == ["settings.unreadable"]
    assert Path(settings.messages[0].params["path"]).read_bytes() == content


@given(st.dictionaries(NAMES | st.text(max_size=12), JSON, max_size=6))
def test_hostile_entries_are_refused_one_by_one(found):
    checked = check_entries(json.loads(json.dumps(found)))
    assert isinstance(made_of(checked.taken), SettingValues)
    for name in (*checked.invalid, *checked.unknown):
        assert name.isprintable()
        assert len(name) <= 60


def test_the_policy_wins_and_cannot_be_changed(tmp_path, monkeypatch):
    policy = write(tmp_path / "policy.json", {"device": "cpu", "costs": {"currency": "USD"}})
    monkeypatch.setenv("SHIZUKU_POLICY", str(policy))
    Settings({"device": "cuda", "theme": "dark"}).save()
    settings = Settings.load()
    assert (settings.values.device, settings.values.costs.currency) == ("cpu", "USD")
    assert settings.is_firm("device")
    settings.change({"device": "auto", "theme": "light"})
    assert (settings.values.device, settings.values.theme) == ("cpu", "light")
    # Without the policy the user's own is there again.
    monkeypatch.delenv("SHIZUKU_POLICY")
    assert Settings.load().values.device == "cuda"


def test_the_policy_of_the_machine_comes_before_a_variable(tmp_path, monkeypatch):
    machine = write(tmp_path / "etc" / "policy.json", {"threads": 2})
    monkeypatch.setattr(places, "machine_policy_path", lambda: machine)
    monkeypatch.setenv("SHIZUKU_POLICY", str(write(tmp_path / "own.json", {"threads": 8})))
    assert Settings.load().values.threads == 2


@pytest.mark.parametrize(
    ("content", "key"),
    [("{", "settings.policy_unreadable"), ('{"device": "tpu"}', "settings.policy_wrong")],
)
def test_a_policy_at_fault_is_told_and_the_application_starts(tmp_path, monkeypatch, content, key):
    path = tmp_path / "policy.json"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setenv("SHIZUKU_POLICY", str(path))
    settings = Settings.load()
    (told,) = settings.messages
    assert told.key == key
    assert told.params["file"] == str(path)
    assert settings.values == SettingValues()


def test_export_and_import_say_what_was_taken(tmp_path, monkeypatch):
    path = tmp_path / "out.json"
    export_settings(path, {"theme": "dark", "costs.currency": "EUR", "shortcuts.judge.hold": ["H"]})
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["shortcuts"] == {"judge.hold": ["H"]}
    found |= {"memory": -1, "colour": "red", "inspector": "佐藤", "device": "cuda"}
    policy = write(tmp_path / "policy.json", {"device": "cpu"})
    monkeypatch.setenv("SHIZUKU_POLICY", str(policy))
    taken = import_settings(write(path, found), Settings.load(), "en")
    assert taken.values == {
        "theme": "dark",
        "costs.currency": "EUR",
        "shortcuts.judge.hold": ["H"],
    }
    for said in ("out.json: 3", "not allowed: Memory", "colour", "inspector", "set them: Device"):
        assert said in taken.sentence


@pytest.mark.parametrize(("content", "key"), [("[]", "not_settings"), ("{}", "none_in_file")])
def test_another_file_is_not_imported(tmp_path, content, key):
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserError) as told:
        import_settings(path, Settings.load(), "en")
    assert told.value.key == f"settings.{key}"


# --- obeyed ---------------------------------------------------------------------------------------


def test_calculations_and_new_projects_follow_the_settings(tmp_path, monkeypatch):
    monkeypatch.setattr("engine.runtime.device.free_bytes", lambda device: 16 * GIB)
    assert may_take(CPU) == 8 * GIB
    folder = tmp_path / "projects"
    obey(Settings({"device": "cpu", "memory": 2.0, "threads": 3, "projects_folder": str(folder)}))
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert choose_device("auto").type == "cpu"
    assert choose_device("cuda").type == "cuda"
    assert (may_take(CPU), may_take(CPU, 4.0)) == (2 * GIB, 4 * GIB)
    assert readers() == 3
    assert projects_folder() == folder


def test_a_policy_is_firm_for_recipes_too(monkeypatch):
    monkeypatch.setattr("engine.runtime.device.free_bytes", lambda device: 16 * GIB)
    use_limits(Limits("cpu", 2.0, firm_device=True, firm_memory=True))
    assert may_take(CPU, 4.0) == 2 * GIB
    assert may_take(CPU, 1.0) == GIB
    with pytest.raises(UserError) as told:
        choose_device("cuda")
    assert told.value.key == "settings.firm_device"


def test_threads_are_as_set_and_as_usual_again():
    usual = torch.get_num_threads()
    use_limits(Limits(threads=usual + 1))
    use_threads()
    assert torch.get_num_threads() == usual + 1
    use_limits(Limits())
    use_threads()
    assert torch.get_num_threads() == usual
    assert limits() == Limits()


def test_new_projects_get_costs_only_where_somebody_has_set_some(tmp_path):
    plain, project = (Project.create(tmp_path / f"{name}.shizuku") for name in "ab")
    obey(Settings())
    give_costs(plain)
    assert plain.setting("costs") == ""
    obey(Settings({"costs.engineer_per_hour": 60.0, "costs.currency": "EUR"}))
    give_costs(project)
    costs = project_costs(project)
    assert (costs.currency, costs.engineer_per_hour) == ("EUR", 60.0)
    keep_costs(project, costs.model_copy(update={"currency": "USD"}))
    give_costs(project)
    assert project_costs(project).currency == "USD"


def test_commands_obey_and_tell_of_a_policy_at_fault(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SHIZUKU_POLICY", str(write(tmp_path / "p.json", {"device": "tpu"})))
    # Kept by the command for what it starts; gone with the test.
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.delenv("OMP_NUM_THREADS")
    Settings({"threads": 3, "memory": 2.0}).save()
    with open_console("en", as_json=False):
        pass
    assert "p.json mean nothing or are not allowed: device" in capsys.readouterr().err
    assert os.environ["OMP_NUM_THREADS"] == "3"
    assert limits() == Limits(memory=2.0, threads=3)


# --- keys -----------------------------------------------------------------------------------------


def test_no_command_comes_with_a_key_of_another():
    keys = keys_with({})
    assert keys == {one.name: one.keys for one in COMMANDS.values() if not one.fixed}
    assert [
        name for name, those in keys.items() for key in those if conflict(name, key, keys)
    ] == []


def test_an_own_key_wins_over_one_that_comes_along():
    keys = keys_with({"judge.accepted": ("2",), "window.quit": ("B",)})
    assert keys["judge.accepted"] == ("2",)
    assert keys["judge.rejected"] == ()
    assert keys["judge.blind"] == ()
    # A window of its own is not touched.
    assert keys["second.rejected"] == ("2",)
