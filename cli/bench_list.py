"""``puzzel bench list``: what can be measured, and by what."""

from cli.console import Console


def command(console: Console) -> None:
    """Print instances, sets, engines and peers."""
    from benchmarks.methods import PEERS
    from benchmarks.registry import SETS, SPECS
    from solver.route import ENGINES

    instances = {
        spec.name: [spec.case_id(size) for size in spec.sizes] for spec in SPECS
    }
    for cases in instances.values():
        for case in cases:
            console.print(case)
    console.print()
    for name, members in SETS.items():
        console.print(f"--set {name}: {len(members)}")
    console.print(f"--engines: {', '.join(ENGINES)}")
    console.print(f"--peers: {', '.join(PEERS)}")
    console.document(
        {
            "instances": instances,
            "sets": {name: list(members) for name, members in SETS.items()},
            "engines": list(ENGINES),
            "peers": list(PEERS),
        }
    )
