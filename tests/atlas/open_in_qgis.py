"""Open a run's files in a real QGIS and print what it sees, as JSON.

    QT_QPA_PLATFORM=offscreen /usr/bin/python3 open_in_qgis.py RUN PICTURES [PROJECT...]

Runs in QGIS's own Python (Debian: ``python3-qgis``), not in the project's.
"""
# mypy: ignore-errors

import json
import os
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def vector(run_dir, name):
    layer = QgsVectorLayer(f"{run_dir}/allocation.gpkg|layername={name}", name, "ogr")
    renderer = layer.renderer()
    several = renderer.type() == "categorizedSymbol"
    return layer, {
        "valid": layer.isValid(),
        "features": layer.featureCount(),
        "crs": layer.crs().authid(),
        "renderer": renderer.type(),
        "labels": layer.labelsEnabled(),
        "headings": [layer.attributeDisplayName(i) for i in range(len(layer.fields()))],
        "categories": {
            category.value(): [category.label(), category.symbol().color().name()]
            for category in (renderer.categories() if several else ())
        },
    }


def raster(run_dir):
    layer = QgsRasterLayer(f"{run_dir}/allocation.tif", "allocation")
    return layer, {
        "valid": layer.isValid(),
        "crs": layer.crs().authid(),
        "renderer": layer.renderer().type(),
        "classes": {
            int(entry.value): [entry.label, entry.color.name()]
            for entry in layer.renderer().classes()
        },
    }


def project(path, picture):
    project = QgsProject.instance()
    read = project.read(str(path))
    tree = project.layerTreeRoot()
    found = {
        "read": read,
        "crs": project.crs().authid(),
        "abstract": project.metadata().abstract(),
        "groups": [group.name() for group in tree.findGroups()],
        "layers": {
            node.layerId(): {
                "title": node.name(),
                "valid": node.layer() is not None and node.layer().isValid(),
                "crs": node.layer().crs().authid(),
                "renderer": node.layer().renderer().type(),
                "shows": node.isVisible(),
                "credit": node.layer().attribution(),
            }
            for node in tree.findLayers()
        },
    }
    shown = [node.layer() for node in tree.findLayers() if node.isVisible()]
    draw(shown, picture)
    return found


def draw(layers, path):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setOutputSize(QSize(1100, 900))
    settings.setBackgroundColor(QColor("white"))
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(layers[0].extent())
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(str(path))


def main(run_dir, pictures, *projects):
    application = QgsApplication([], False)  # must live as long as the layers
    application.initQgis()
    found, layers = {}, {}
    for name in ("municipalities", "patches", "cells"):
        layers[name], found[name] = vector(run_dir, name)
    layers["raster"], found["raster"] = raster(run_dir)
    draw([layers["municipalities"], layers["patches"]], pictures / "gpkg.png")
    draw([layers["raster"]], pictures / "tif.png")
    for path in (run_dir / "project.qgz", *projects):
        found[path.stem] = project(path, pictures / f"{path.stem}.png")
    print(json.dumps(found), flush=True)
    os._exit(0)  # QGIS without a screen crashes when it cleans up


main(*map(Path, sys.argv[1:]))
