/** The namespaces of a Word file, and the kinds of parts and relationships in it (ECMA-376, transitional). */
export const wordMain = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const relationshipKinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What is declared where text stands: all names that its elements may have. */
export const textNamespaces = {
  'xmlns:w': wordMain,
  'xmlns:r': relationshipKinds,
  'xmlns:m': 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
};
