// Fetched once a graph is editable: other pages do without the form, the preview and the mathematics behind it.
export { createEditSession } from './editSession.js';
export { Editor } from './Editor.js';
