// The parts of OpenLayers that the pages use, as one global `ol`.
export { default as Feature } from "ol/Feature.js";
export { default as ImageCanvasSource } from "ol/source/ImageCanvas.js";
export { default as ImageLayer } from "ol/layer/Image.js";
export { default as Map } from "ol/Map.js";
export { default as Point } from "ol/geom/Point.js";
export { default as Projection } from "ol/proj/Projection.js";
export { default as ScaleLine } from "ol/control/ScaleLine.js";
export { default as VectorLayer } from "ol/layer/Vector.js";
export { default as VectorSource } from "ol/source/Vector.js";
export { default as View } from "ol/View.js";
export { Fill, Stroke, Style, Text } from "ol/style.js";
export { defaults as controls } from "ol/control/defaults.js";
export { defaults as interactions } from "ol/interaction/defaults.js";
