"""Before and after, drawn: the days of each side, their means as thick bars, what is not tested shaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.effect_picture import EffectPicture, Zone
from diary.charts.effect_sheet import DaySheet, Key
from diary.wording import say

if TYPE_CHECKING:
    from diary.charts.picture import Picture

MARKS = {"same_day": "o", "later": "s", "memory": "X"}
"""The shape of each class of days: on the same day, the next days, from memory."""


class EffectFigure(DaySheet):
    """Draws an `EffectPicture`."""

    top = 44.0

    def legend_keys(self, picture: Picture) -> list[Key]:
        """The marks that occur among the days."""
        assert isinstance(picture, EffectPicture)  # the only kind that is given
        color, there = self._color(), {(dot.mark, dot.zone is Zone.SHOWN) for dot in picture.dots}
        keys: list[Key] = []
        if picture.sides:
            keys.append(("bar", self.style.color("ink"), True, say("effect.legend.mean")))
        for mark, shape in MARKS.items():
            if any(one == mark for one, _ in there):
                keys.append((shape, color, mark != "memory", say(f"effect.legend.{mark}")))
        keys.append(("ground", self.style.color("well"), True, say("effect.legend.shown")))
        if picture.others:
            keys.append(("D", self.style.color("ink"), False, say("effect.legend.other")))
        return keys

    def draw_days(self, picture: Picture) -> None:
        """Draw the ground that is not tested, the days, the means and what else changed."""
        assert isinstance(picture, EffectPicture)  # the only kind that is given
        self._draw_ground(picture)
        self._draw_others(picture)
        for mark, shape in MARKS.items():
            for hollow in (False, True):
                found = [
                    (self.x_of(dot.day), self.y_of(dot.value))
                    for dot in picture.dots
                    if dot.mark == mark and (dot.zone in (Zone.SHOWN, Zone.BESIDE)) is hollow
                ]
                filled = not hollow and mark != "memory"
                self._dots(found, shape, self._color(), filled=filled, size=5)
        self._draw_sides(picture)

    def _color(self) -> str:
        assert self.picture is not None  # shown just before
        return self.style.chart(self.picture.panels[0].color)

    def _draw_ground(self, picture: EffectPicture) -> None:
        box, px = self.box, self.style.px
        left = max(self.x_of(picture.shown[0] - 0.5), box.x)
        right = min(self.x_of(picture.shown[1] + 0.5), box.x + box.width)
        self._ground(left, right, box.y, box.height, fc=self.style.color("well"), ec="none")
        x = self.x_of(picture.start - 0.5)
        self._rules([((x, box.y - px(8)), (x, box.y + box.height))], "", 2, color=self.style.color("accent"))
        words = self._short(picture.name, box.width * 0.6)
        at = min(max(x, box.x), box.x + box.width - self._width(words, 500))
        self._say(at, box.y - px(18), words, "ink", weight=500)

    def _draw_others(self, picture: EffectPicture) -> None:
        box, px = self.box, self.style.px
        xs = [self.x_of(day) for day, _ in picture.others]
        lines = [((x, box.y), (x, box.y + box.height)) for x in xs]
        self._rules(lines, "", 1.2, color=self.style.color("ink"), linestyles=(0, (4, 3)))
        self._dots([(x, box.y) for x in xs], "D", self.style.color("ink"), filled=False, size=8)
        free = box.x
        for x, (_, words) in sorted(zip(xs, picture.others, strict=True)):
            said = self._short(words, box.width * 0.35)
            at = min(x, box.x + box.width - self._width(said))
            if at >= free:
                self._say(at, box.y - px(40), said, "quiet")
                free = at + self._width(said) + px(12)

    def _draw_sides(self, picture: EffectPicture) -> None:
        px, style = self.style.px, self.style
        for side in picture.sides:
            if side.mean is None:
                continue
            left, right, y = self.x_of(side.since - 0.5), self.x_of(side.until + 0.5), self.y_of(side.mean)
            self._rules([((left, y), (right, y))], "", 5, color=style.color("card"))
            self._rules([((left, y), (right, y))], "", 3, color=style.color("ink"))
            words = say("effect.side", n=side.n, days=side.days, mean=mean_words(side.mean, picture))
            wide = self._width(words, 500)
            at = min(max((left + right - wide) / 2, self.box.x), self.box.x + self.box.width - wide)
            above = y - px(16) if y - px(28) > self.box.y else y + px(18)
            self._ground(
                at - px(4),
                at + wide + px(4),
                above - px(10),
                px(20),
                fc=style.color("card"),
                ec="none",
                zorder=3,
            )
            self._say(at, above, words, "ink", weight=500, zorder=4)


def mean_words(value: float, picture: Picture) -> str:
    """A mean in the words of its measure."""
    from diary.wording.answers import minutes_words

    code = picture.panels[0].code
    return minutes_words(round(value)) if code.endswith("_min") else f"{value:.1f}"
