"""The body beside the first words, with an example of what a day can look like; it says nothing of anyone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.anatomy.figure import Drawn, view_list
from diary.anatomy.layout import Placement
from diary.anatomy.views import load_view
from diary.models.codes import Quality
from diary.ui.body.painter import Look, paint, prepared
from diary.ui.parts.painted import Painted
from diary.ui.parts.spoken import speak_as
from diary.wording import say

VIEW = "front"
EXAMPLE = (
    Drawn(
        area="foot",
        regions=("foot_top_L", "big_toe_top_L", "toes_2_4_top_L", "foot_inner_edge_L", "foot_outer_edge_L"),
        qualities=(Quality.BURNING,),
        severity=6,
    ),
    Drawn(
        area="hand",
        regions=("index_p_R", "thumb_p_R", "palm_radial_R", "middle_p_R", "ring_radial_p_R"),
        qualities=(Quality.TINGLING,),
    ),
)
"""Places of a made-up day; what the view does not show is passed over."""


class FigurePanel(Painted):
    """A quiet ground with the body, front view."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("first_run.figure"))
        speak_as(self, QAccessible.Role.Graphic)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, rounded where the card is, and the body."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.theme.px(12)
        ground = QPainterPath()
        ground.setFillRule(Qt.FillRule.WindingFill)
        ground.addRoundedRect(QRectF(self.rect()), radius, radius)
        ground.addRect(QRectF(self.rect()).adjusted(radius, 0, 0, 0))
        painter.fillPath(ground, self.theme.color("well"))
        self._paint_body(painter)

    def _paint_body(self, painter: QPainter) -> None:
        drawn, theme = load_view(VIEW), self.theme
        tall = min(self.height() * 0.82, self.width() * 0.72 * drawn.height / drawn.width)
        scale = tall / drawn.height
        x, y = (self.width() - drawn.width * scale) / 2, (self.height() - tall) / 2
        items = view_list(VIEW, EXAMPLE, px=theme.scale / scale, words=False)
        placement = Placement(view=VIEW, x=x, y=y, scale=scale, title=(x, y))
        look = Look(
            colours=theme.palette,
            text=theme.scale,
            pattern=theme.scale,
            ratio=self.devicePixelRatioF(),
            font=theme.font,
        )
        paint(painter, prepared(VIEW, items), placement, look)
