// Fetched once a graph is zoomable: other pages do without wheel, pinch, drag and the zoomed geometry.
export { createZoom } from './createZoom.js';
export { zoomGeometry } from './zoom.js';
