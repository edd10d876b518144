"""Who changed what: a Provenance for each act that changed something, or says where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.fhir.codes import local, standard_concept
from diary.exchange.fhir.material import Made, Material, frame
from diary.exchange.fhir.values import LOCAL, Json, extension, instant, ref, uid_of, words
from diary.models.codes import SourceKind
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.models.provenance import Change
    from diary.models.provenance import Provenance as Written
    from diary.models.records import Revision

PROVENANCE = "provenance"


class Acts:
    """Which resources each act wrote first, and which it changed; filled while resources are made."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._created: dict[str, list[str]] = {}
        self._changed: dict[str, list[str]] = {}
        self._of_record: dict[str, list[tuple[str, str]]] = {}

    def note(self, made: Made) -> None:
        """Notes what wrote a resource and the records that went into it."""
        uid = str(made.resource["id"])
        for written, record in ((made.written, made.record), *made.parts):
            if written is not None:
                self._note(uid, written, record)

    def _note(self, uid: str, written: Written, record: str) -> None:
        self._created.setdefault(written.first, []).append(uid)
        if written.last != written.first:
            self._changed.setdefault(written.last, []).append(uid)
            self._of_record.setdefault(record, []).append((uid, written.last))

    def resources(self) -> Iterator[Made]:
        """What acts changed, in their order; CREATE only of those that say more than the resources do."""
        revised: dict[str, list[Revision]] = {}
        for revision in self._material.whole.revisions:
            revised.setdefault(revision.change, []).append(revision)
        for change in self._material.whole.changes:
            created = list(dict.fromkeys(self._created.get(change.uid, ())))
            if created and _says_more(change):
                yield from self._act(change, "CREATE", created, [])
            revisions = revised.get(change.uid, [])
            changed = list(dict.fromkeys(self._targets(change, revisions)))
            if changed:
                yield from self._act(change, "UPDATE", changed, revisions)

    def _targets(self, change: Change, revisions: list[Revision]) -> Iterator[str]:
        """What the act changed; where a later act changed it once more, all that changed of the record."""
        yield from self._changed.get(change.uid, ())
        for revision in revisions:
            found = self._of_record.get(revision.uid, [])
            if all(last != change.uid for _uid, last in found):
                yield from (uid for uid, _last in found)

    def _act(
        self, change: Change, activity: str, targets: list[str], revisions: list[Revision]
    ) -> Iterator[Made]:
        recorded = instant(change.at)
        if recorded is None:
            return
        unsure = None if change.clock_ok else {"tag": local("clock", "not-sure")}
        reason = words(change.reason)
        resource = frame(
            "Provenance",
            uid_of("provenance", change.uid, activity),
            meta=unsure,
            target=[ref(one) for one in targets],
            recorded=recorded,
            reason=[{"text": reason}] if reason else None,
            activity=standard_concept("v3-DataOperation", activity),
            agent=self._agents(change),
            entity=[*self._sources(change), *(_entity(one) for one in revisions)],
        )
        yield Made(PROVENANCE, resource)

    def _agents(self, change: Change) -> list[Json]:
        kind = "provenance-participant-type"
        who = self._material.author(change.author)
        agents = [{"type": standard_concept(kind, "author"), "who": who}] if who is not None else []
        version = words(change.app_version)
        app = {"type": standard_concept(kind, "assembler"), "who": self._material.app}
        if version:
            app["extension"] = [extension("app-version", valueString=version)]  # type: ignore[assignment]
        return [*agents, app]

    def _sources(self, change: Change) -> list[Json]:
        """The file or device that the act brought in."""
        if change.source.kind is SourceKind.TYPED:
            return []
        name = words(change.source.name) or say(f"fhir.source.{change.source.kind}")
        return [{"role": "source", "what": {"display": name}}]


def _says_more(change: Change) -> bool:
    """Whether an act says more than by whom and when something was written, which every resource says."""
    return not change.clock_ok or change.source.kind is not SourceKind.TYPED or bool(words(change.reason))


def _entity(revision: Revision) -> Json:
    """The version before the act, by the name it has in the diary; its content stays there."""
    name = f"{revision.noun}:{revision.uid}:{revision.replaced}"
    named = {"system": f"{LOCAL}revision", "value": words(name) or revision.noun}
    return {"role": "revision", "what": {"identifier": named, "display": say("fhir.version_before")}}
