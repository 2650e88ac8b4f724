"""Cell counts by min-cost flow: the network, the flow through it, the prices after."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.drivers.cases import FULL, SEED
from benchmarks.instances import counts
from solver.counts import Counts, to_counts
from solver.engines.flow import uses_of
from solver.network import Network, cheapest_flow, scale_of, to_network
from solver.node_prices import node_prices

sizes = pytest.mark.parametrize(
    "n_cells", (2_500, 40_000, 160_000, 1_000_000) if FULL else (2_500,)
)


def _made(n_cells: int) -> tuple[Counts, float, Network]:
    laid_out = to_counts(counts.build(n_cells, 72, SEED))
    scale = scale_of(laid_out)
    return laid_out, scale, to_network(laid_out, scale)


@sizes
def test_network(benchmark: BenchmarkFixture, n_cells: int) -> None:
    instance = counts.build(n_cells, 72, SEED)
    network = benchmark(lambda: to_network(to_counts(instance), 1.0))
    assert network.supply.sum() == 0


@sizes
def test_flow(benchmark: BenchmarkFixture, n_cells: int) -> None:
    _, _, network = _made(n_cells)
    flows = benchmark.pedantic(cheapest_flow, (network,), rounds=1)
    assert flows is not None
    assert flows[: network.cell.size].sum() == n_cells


@sizes
def test_prices(benchmark: BenchmarkFixture, n_cells: int) -> None:
    laid_out, scale, network = _made(n_cells)
    flows = cheapest_flow(network)
    assert flows is not None
    use = uses_of(laid_out, network, flows)
    node_prices(laid_out, scale, use)  # compiled before the clock runs
    priced = benchmark(node_prices, laid_out, scale, use)
    benchmark.extra_info["passes"] = priced.passes
    assert priced.content
