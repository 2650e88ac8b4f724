"""Read an instance from its file."""

from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.drivers.cases import cases, instance_of
from benchmarks.spec import Size, Spec
from solver.instance_file import read_instance, write_instance


@cases("read")
def test_read(
    benchmark: BenchmarkFixture, spec: Spec, size: Size, tmp_path: Path
) -> None:
    instance = instance_of(spec, size)
    path = tmp_path / "instance.nc"
    write_instance(instance, path)
    read = benchmark(read_instance, path)
    assert (read.score == instance.score).all()
    assert read.rows.name == instance.rows.name
