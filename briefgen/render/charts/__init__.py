"""The pictures of a brief: SVG made without a plotting library, one drawing a module."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefgen.model.audience import ChartName
from briefgen.render.charts.drawing import Drawing
from briefgen.render.charts.figures import figures_chart
from briefgen.render.charts.map import map_chart
from briefgen.render.charts.matrix import matrix_chart
from briefgen.render.charts.standing import standing_chart
from briefgen.render.charts.timeline import timeline_chart
from briefgen.render.labels import Labels
from briefgen.render.view import View

Chart = Callable[[View, Labels, float], Drawing | None]

CHARTS: Mapping[ChartName, Chart] = MappingProxyType(
    {
        "timeline": timeline_chart,
        "figures": figures_chart,
        "matrix": matrix_chart,
        "standing": standing_chart,
        "map": map_chart,
    }
)
"""Each makes a picture of what an audience is shown, so many units wide; none where there is none."""
