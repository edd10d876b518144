"""A trial, drawn: a strip of its stretches, and at the end the means of each pair joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.effect_figure import MARKS, mean_words
from diary.charts.effect_picture import Zone
from diary.charts.effect_sheet import DaySheet, Key
from diary.charts.trial_picture import StretchPicture, TrialPicture
from diary.wording import say

if TYPE_CHECKING:
    from diary.charts.picture import Picture

STRIP = 40
"""Height of the strip, px at 100 %."""


class TrialFigure(DaySheet):
    """Draws a `TrialPicture`: A is filled, B is hatched and hollow."""

    top = STRIP + 12.0

    def legend_keys(self, picture: Picture) -> list[Key]:
        """A, B, the days not counted, and the marks of days once there are any."""
        assert isinstance(picture, TrialPicture)  # the only kind that is given
        style = self.style
        keys: list[Key] = [
            ("ground", style.chart("treatment_1"), True, "A"),
            ("ground", style.color("card"), False, "B"),
        ]
        if any(one.counted_since > one.since for one in picture.stretches):
            keys.append(("ground", style.color("well"), True, say("trial.legend.wash_out")))
        for mark, shape in MARKS.items():
            if any(dot.mark == mark for dot in picture.dots):
                keys.append((shape, style.chart("other"), mark != "memory", say(f"effect.legend.{mark}")))
        return keys

    def draw_days(self, picture: Picture) -> None:
        """Draw the strip, and the pairs once the trial is over."""
        assert isinstance(picture, TrialPicture)  # the only kind that is given
        self._draw_strip(picture)
        if picture.over:
            self._draw_values(picture)

    def _draw_strip(self, picture: TrialPicture) -> None:
        style, px = self.style, self.style.px
        tall = px(STRIP) if picture.over else max(px(STRIP), self.box.height)
        top = self.box.y - px(STRIP + 8) if picture.over else self.box.y - px(8)
        for one in picture.stretches:
            left, right = self.x_of(one.since - 0.5), self.x_of(one.until + 0.5)
            ground = style.chart("treatment_1") if one.letter == "A" else style.color("card")
            hatch = None if one.letter == "A" else "////"
            line = {"ec": style.color("control"), "lw": style.line(1)}
            hatched = line | {"ec": style.color("ink")}
            self._ground(left, right, top, tall, fc=ground, hatch=hatch, **(hatched if hatch else line))
            counted = self.x_of(one.counted_since - 0.5)
            if one.counted_since > one.since:
                self._ground(left, counted, top, tall, fc=style.color("well"), **line)
            middle, half = (max(counted, left) + right) / 2, px(11)
            if right - counted > 2 * half:
                self._ground(
                    middle - half,
                    middle + half,
                    top + tall / 2 - half,
                    2 * half,
                    fc=style.color("card"),
                    **line,
                )
            self._say(middle, top + tall / 2, one.letter, "ink", weight=600, ha="center")
        if picture.today is not None:
            x = self.x_of(picture.today)
            self._rules([((x, top - px(6)), (x, top + tall))], "", 2.5, color=style.color("accent"))
            words = say("trial.today")
            at = min(max(x - self._width(words) / 2, px(4)), self.size[0] - self._width(words) - px(4))
            self._say(at, top - px(14), words, "ink", weight=500)

    def _draw_values(self, picture: TrialPicture) -> None:
        style = self.style
        for mark, shape in MARKS.items():
            for hollow in (False, True):
                spots = [
                    (self.x_of(dot.day), self.y_of(dot.value))
                    for dot in picture.dots
                    if dot.mark == mark and (dot.zone is Zone.SHOWN) is hollow
                ]
                filled = not hollow and mark != "memory"
                self._dots(spots, shape, style.chart("other"), filled=filled, size=4)
        for first, second in zip(picture.stretches[::2], picture.stretches[1::2], strict=True):
            if first.mean is not None and second.mean is not None:
                spots = [self._middle(one) for one in (first, second)]
                self._rules([spots], "", 2, color=style.color("ink"))
        for one in picture.stretches:
            self._draw_mean(one, picture)

    def _middle(self, one: StretchPicture) -> tuple[float, float]:
        return (self.x_of((one.counted_since + one.until) / 2), self.y_of(one.mean or 0.0))

    def _draw_mean(self, one: StretchPicture, picture: TrialPicture) -> None:
        if one.mean is None:
            return
        style, px = self.style, self.style.px
        x, y = self._middle(one)
        left, right = self.x_of(one.counted_since - 0.5), self.x_of(one.until + 0.5)
        self._rules([((left, y), (right, y))], "", 4, color=style.color("ink"))
        if one.letter == "B":
            self._rules([((left + 1, y), (right - 1, y))], "", 2, color=style.color("card"))
        self._dots(
            [(x, y)], "o" if one.letter == "A" else "s", style.color("ink"), filled=one.letter == "A", size=9
        )
        of = say("effect.of", n=one.n, days=one.days)
        if self._width(of) < right - left:
            self._say(x, self.box.y + self.box.height - px(9), of, "quiet", ha="center")
        words = mean_words(one.mean, picture)
        if self._width(words, 500) < right - left:
            above = y - px(16) if y - px(26) > self.box.y else y + px(16)
            half = self._width(words, 500) / 2 + px(2)
            self._ground(
                x - half, x + half, above - px(8), px(16), fc=style.color("card"), ec="none", zorder=3
            )
            self._say(x, above, words, "ink", weight=500, ha="center", zorder=4)
