"""Print how long a scenario's suitability stage takes.

``python -m benchmarks.stage SCENARIO``: from layers to the scores of all uses, with
rules as they are translated; the median of several times in one process.
"""

import sys
import time
from pathlib import Path
from statistics import median

from scenarios.load import load_scenario
from scenarios.province import make_province
from scenarios.translation.problem import translate

TIMES = 15


def main(path: Path) -> None:
    """Measure."""
    loaded = load_scenario(path)
    province = make_province(loaded)
    whole, scores, processor = [], [], []
    for _ in range(TIMES + 1):
        began, busy = time.perf_counter(), time.process_time()
        problem = translate(loaded, province).problem
        translated = time.perf_counter()
        n_uses, n_cells = problem.score.shape
        processor.append(time.process_time() - busy)
        whole.append(time.perf_counter() - began)
        scores.append(time.perf_counter() - translated)
    print(
        f"{n_cells:,} cells, {n_uses} uses: stage {median(whole[1:]) * 1e3:.0f} ms "
        f"(processor {median(processor[1:]) * 1e3:.0f} ms), of which scores "
        f"{median(scores[1:]) * 1e3:.0f} ms; the first time {whole[0] * 1e3:.0f} ms"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
